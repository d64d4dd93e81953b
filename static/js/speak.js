// Reading aloud: only with a voice of this device for exactly that language; otherwise there is no button at all.

/** The voice that speaks a language without sending the words elsewhere, or nothing. */
export const voiceFor = (voices, code) =>
  voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(code));

const texts = (pieces) => [...pieces].map((piece) => piece.textContent.trim());
// What stands large to be shown is read by its own button.
const outside = (pieces) => [...pieces].filter((piece) => !piece.closest(".shown-large"));

const words = (block, code) => {
  if (block.matches(".shown-large")) return texts(block.querySelectorAll(`.large[lang="${code}"]`));
  if (block.querySelector(".say")) {
    return texts(
      outside(block.querySelectorAll(code === document.documentElement.lang ? ".say-first" : ".say-second")),
    );
  }
  const pieces = block.querySelectorAll("h2, h3, p:not(.speakers), dt, dd, li, summary");
  return texts(outside(pieces).filter((piece) => !piece.querySelector("p, dt, dd, li, button")));
};

/** Show the buttons that have a voice, and read aloud what belongs to one that is pressed. */
export const watchSpeech = () => {
  const speech = window.speechSynthesis;
  if (!speech) return;

  const show = () => {
    for (const button of document.querySelectorAll(".speak"))
      button.hidden = !voiceFor(speech.getVoices(), button.dataset.lang);
  };

  const speak = (event) => {
    const button = event.target.closest(".speak");
    if (!button) return;
    const isSpeaking = speech.speaking;
    speech.cancel();
    if (isSpeaking) return;
    for (const text of words(document.getElementById(button.dataset.speak), button.dataset.lang)) {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voiceFor(speech.getVoices(), button.dataset.lang);
      said.lang = said.voice.lang;
      speech.speak(said);
    }
  };

  document.addEventListener("click", speak);
  speech.addEventListener?.("voiceschanged", show);
  document.addEventListener("samenplek:answer", show);
  addEventListener("pagehide", () => speech.cancel());
  show();
};
