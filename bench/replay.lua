-- Replays requests from a file, round and round: one a line, "method<TAB>path<TAB>body".
-- REPLAY_PORTS: the ports of one side, separated by commas; the threads of wrk take turns over them.
local threads, ports = 0, {}
for port in (os.getenv("REPLAY_PORTS") or ""):gmatch("%d+") do
  ports[#ports + 1] = port
end

function setup(thread)
  if #ports > 0 then
    thread.addr = wrk.lookup("127.0.0.1", ports[threads % #ports + 1])[1]
  end
  thread:set("number", threads)
  threads = threads + 1
end

local requests, next_one = {}, 0

function init(args)
  local form = { ["Content-Type"] = "application/x-www-form-urlencoded" }
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%u+)\t([^\t]+)\t?(.*)$")
    requests[#requests + 1] = wrk.format(method, path, method == "POST" and form or nil, body ~= "" and body or nil)
  end
  next_one = math.floor(#requests / 2) * number
end

function request()
  next_one = next_one % #requests + 1
  return requests[next_one]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'REPLAYED {"seconds": %.6f, "answers": %d, "bytes": %d, "p50": %.3f, "p99": %.3f, "refused": %d, "broken": %d}\n',
    summary.duration / 1e6, summary.requests, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
