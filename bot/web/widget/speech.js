/** The browser's own voice and ear, where it has them. */

const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;

export const canSpeak = "speechSynthesis" in window;
export const canListen = Boolean(Recognition);

/** Reads a text aloud; ``ended`` is called when it is over or was stopped. */
export const speak = (text, ended) => {
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text.replace(/https?:\S+/g, ""));
  spoken.lang = "zh-CN";
  spoken.rate = 0.9;
  spoken.onend = spoken.onerror = ended;
  speechSynthesis.speak(spoken);
};

export const stopSpeaking = () => canSpeak && speechSynthesis.cancel();

/** Listens to one sentence: ``heard`` gets it, or null where nothing was understood. */
export const listen = (heard) => {
  const ear = new Recognition();
  let said = null;
  ear.lang = "zh-CN";
  ear.onresult = (event) => (said = event.results[0][0].transcript);
  ear.onend = () => heard(said);
  ear.start();
};
