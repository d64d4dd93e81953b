// Where the device is, rounded to about 100 m: nearer than that nobody needs to say.

const DECIMALS = 3;

/** Longitude and latitude in degrees, as the form posts them. */
export const positionText = ({ longitude, latitude }) => `${longitude.toFixed(DECIMALS)},${latitude.toFixed(DECIMALS)}`;

export const dropPosition = (form) => {
  for (const field of [...form.elements]) if (["position", "dot"].includes(field.name)) field.remove();
};

/** Search from where the dot was put; it stays in the form until the answer brings it again, and stands nowhere else. */
export const takeDot = async (form, value, ask) => {
  dropPosition(form);
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "dot", value });
  form.append(field);
  await ask();
  field.remove();
};

/** Ask the device once, and search from there; the position stays in the form for that one question only. */
export const takePosition = (form, ask) =>
  navigator.geolocation.getCurrentPosition(async ({ coords }) => {
    dropPosition(form);
    form.elements.where.value = "";
    const value = positionText(coords);
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "position", value });
    form.append(field);
    await ask();
    field.remove();
  });
