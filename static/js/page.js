// What every page can do: stop and wipe, and read a block aloud.

// "Stop and wipe": leaves the page for an empty start and takes this visit out of the history.
(() => {
  const wipe = document.getElementById("wipe");
  const forget = () => {
    for (const form of document.forms) form.reset();
    for (const field of document.querySelectorAll("input")) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else if (field.type !== "hidden") field.value = "";
    }
    window.speechSynthesis?.cancel();
    document.getElementById("main")?.remove();
    location.replace(wipe.href);
  };
  wipe.addEventListener("click", (event) => {
    event.preventDefault();
    forget();
  });
  // A page that the browser kept in memory must not come back with what was chosen on it.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();

// Reading aloud: only with a voice of this device for exactly that language; otherwise there is no button at all.
(() => {
  const speech = window.speechSynthesis;
  if (!speech) return;

  const voiceFor = (code) => speech.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(code));

  const words = (block, code) => {
    const pair = block.querySelector(".say");
    const own = document.documentElement.lang;
    if (pair) {
      const part = code === own ? ".say-first" : ".say-second";
      return [...block.querySelectorAll(part)].map((piece) => piece.textContent.trim());
    }
    return [...block.querySelectorAll("h2, h3, p:not(.speakers), dt, dd, li")]
      .filter((piece) => !piece.querySelector("p, dt, dd, li, button"))
      .map((piece) => piece.textContent.trim());
  };

  const show = () => {
    for (const button of document.querySelectorAll(".speak")) button.hidden = !voiceFor(button.dataset.lang);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".speak");
    if (!button) return;
    const speaking = speech.speaking;
    speech.cancel();
    if (speaking) return;
    for (const text of words(document.getElementById(button.dataset.speak), button.dataset.lang)) {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voiceFor(button.dataset.lang);
      said.lang = said.voice.lang;
      speech.speak(said);
    }
  });

  speech.addEventListener?.("voiceschanged", show);
  document.addEventListener("samenplek:answer", show);
  addEventListener("pagehide", () => speech.cancel());
  show();
})();
