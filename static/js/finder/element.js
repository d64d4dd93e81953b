/** A new element with a class, and words that are written as text, never as HTML. */
export const element = (tag, className, text) => {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
