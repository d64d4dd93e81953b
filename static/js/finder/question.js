// What the search form asks, and how it stands in what this tab knows.

/** The body that is posted: the fields, the button that was pressed, and that something is asked at all. */
export const questionBody = (fields, submitter = null) => {
  const body = new URLSearchParams([...fields]);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  body.set("go", "1");
  return body;
};

/** What of a question goes into a link: the keys in `linked` that have a value. */
export const linkedEntries = (body, linked) => [...body].filter(([key, value]) => value && linked.includes(key));

/** What was asked, in the order of `linked`; `param` gives the values of a key. */
export const askedEntries = (param, linked) => linked.flatMap((key) => param(key).map((value) => [key, value]));

/** Where somebody starts from goes with him from page to page; that alone is no question yet. */
export const isQuestion = (entries) => entries.some(([key]) => key !== "where");
