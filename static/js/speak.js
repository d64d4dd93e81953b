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
