// The search page with JavaScript: answers without a reload, a map, a link to share. Everything works without it too.
import "../page.js";
import { takeMeant } from "../start-field.js";
import { param, setParams } from "../state.js";
import { asker, GOES, IF_ASKED, STAYS } from "../swap.js";
import { untilReleased } from "../until-released.js";
import { isWiping } from "../wipe.js";
import { prepare, swapAnswer } from "./answer.js";
import { fillForm } from "./fill-form.js";
import { watchLanguages } from "./find-language.js";
import { watchMap } from "./map-loader.js";
import { dropPosition, takeDot, takePosition } from "./position.js";
import { askedEntries, isQuestion, linkedEntries, questionBody } from "./question.js";

const form = document.getElementById("search");
const linked = form.dataset.linked.split(" ");

const body = (submitter) => questionBody(new FormData(form), submitter);
// What may be the name of a place, or of somebody, stands in no link and is not kept: the answer says so.
const isLinked = (key) => key !== "where" || !("unlinked" in document.getElementById("answer").dataset);
const kept = () => linkedEntries(body(), linked).filter(([key]) => isLinked(key));
const link = () => `${location.origin}${location.pathname}#${new URLSearchParams(kept())}`;

const askServer = asker({
  swap: (page) => {
    const place = swapAnswer(form, page);
    prepareAnswer();
    setParams(linked, kept());
    return place;
  },
  failed: () => form.submit(),
});
const ask = (submitter, focus) => askServer(form.action, body(submitter), focus);
const prepareAnswer = () => prepare(form, { link, takePosition: () => takePosition(form, () => ask(null, GOES)) });

const changed = untilReleased(document);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed.drop();
  const { submitter } = event;
  takeMeant(form, submitter);
  if (!submitter?.hasAttribute("formaction")) {
    ask(submitter, GOES);
    return;
  }
  setParams(linked, kept());
  location.assign(submitter.formAction);
});

form.addEventListener("change", ({ target }) => {
  if (target.dataset.narrows) return;
  const isStart = target.id === "where";
  if (isStart) dropPosition(form);
  changed.hold(() => ask(null, isStart ? IF_ASKED : STAYS));
});

// What was asked comes back by Back, a reload, a link that was shared, and from another page.
const follow = () => {
  const wanted = askedEntries(param, linked);
  if (isWiping() || !wanted.length || document.querySelector('#answer input[name="go"]')) return;
  fillForm(form, wanted);
  if (isQuestion(wanted)) ask(null, STAYS);
};

document.addEventListener("samenplek:dot", ({ detail }) => takeDot(form, detail, () => ask(null, STAYS)));
watchLanguages(form);
prepareAnswer();
watchMap();
follow();
