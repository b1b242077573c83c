// What a resident may say that cannot be: years in the wrong order, a payment outside the year, a group nobody knows.

import { newYear } from "./months.js";

/** Faults between the values of the question, {field, key, …}; `index` of the data knows the groups. */
export function residentFaults(data, values) {
  const faults = [];
  const { last_insured_year: last, enrol_year: year, paid_on: paid } = values;
  if (last !== undefined && year !== undefined && year <= last) faults.push({ field: "enrol_year", key: "not-after-last-insured", last_insured_year: last });
  if (year !== undefined && paid !== undefined) {
    if (paid < newYear(year - 1)) faults.push({ field: "paid_on", key: "too-early", enrol_year: year });
    if (paid >= newYear(year + 1)) faults.push({ field: "paid_on", key: "too-late", enrol_year: year });
  }
  return [...faults, ...unknownGroup(data, values, "exempt", "lapse-penalty-resident", ["none"]), ...unknownGroup(data, values, "who", "contribution", [])];
}

/** A fault where the value of an input is none of the slugs a rule's field knows. */
export function unknownGroup(data, values, name, rule, more) {
  const found = (data.index.rules || []).find((one) => one.rule === rule);
  const field = found && found.fields[name];
  if (!field || values[name] === undefined) return [];
  const choices = [...field.choices.map((choice) => choice.id), ...more];
  return choices.includes(values[name]) ? [] : [{ field: name, key: "not-choice", text: values[name], choices }];
}
