import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceFor } from "../../static/js/speak.js";

const voice = (lang, localService = true) => ({ lang, localService });

test("a voice is of this device and of exactly that language", () => {
  const dutch = voice("NL-be");
  assert.equal(voiceFor([voice("en-GB"), dutch], "nl"), dutch);
  assert.equal(voiceFor([voice("nl-NL", false)], "nl"), undefined);
  assert.equal(voiceFor([voice("en-NL")], "nl"), undefined);
});
