// Years that cannot be: more of a part than of the whole, a start after the retirement.

const NESTED = [
  ["years_local", "years_province"], ["years_province", "years_actual"], ["years_local", "years_actual"],
  ["years_actual", "years_total"], ["years_local", "years_total"], ["years_province", "years_total"], ["years_continuous", "years_total"],
];

/** Faults between the values of the question: {field, key, …}, each field once. */
export function retirementFaults(values) {
  const faults = [];
  for (const [part, whole] of NESTED) {
    if (values[part] > values[whole] && !faults.some((fault) => fault.field === part)) {
      faults.push({ field: part, key: "more-than", whole, most: values[whole] });
    }
  }
  for (const field of ["first_enrolled", "started_work"]) {
    if (values[field] > values.retire) faults.push({ field, key: "after-retirement" });
  }
  return faults;
}
