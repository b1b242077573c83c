// Money in whole fen and rates as whole numbers over a power of ten, so that no sum carries a floating error.
// The one rule: rounded half up, once, where the law rounds: the contribution of a month, the fee of a month.

const PLAIN = /^(\d+)(?:\.(\d+))?(%?)$/;

/** A decimal text (`584.92`, `6.5%`, `0.0005`) → {units, scale}: units ÷ scale, both whole. Undefined where it is none. */
export function parseDecimal(text) {
  const found = PLAIN.exec(String(text).trim());
  if (!found) return undefined;
  const part = (found[2] || "").replace(/0+$/, "");
  const scale = 10 ** part.length * (found[3] ? 100 : 1);
  return lowest({ units: Number(found[1] + part), scale });
}

/** A text of yuan → whole fen, rounded half up past the second place. Undefined where it is none. */
export function parseFen(text) {
  const value = parseDecimal(text);
  return value && shareOf(100, value);
}

/** `fen` × rate × `times`, rounded half up to the fen. Split by the scale, so that the product never leaves the safe integers. */
export function shareOf(fen, rate, times = 1) {
  const factor = rate.units * times;
  const whole = Math.floor(fen / rate.scale);
  const rest = fen - whole * rate.scale;
  return whole * factor + Math.floor((2 * rest * factor + rate.scale) / (2 * rate.scale));
}

/** Whole fen → yuan as a number. */
export function yuan(fen) {
  return fen === undefined ? undefined : fen / 100;
}

/** {units, scale} → a number, for telling only. */
export function plainNumber(value) {
  return value && value.units / value.scale;
}

function lowest({ units, scale }) {
  let [top, bottom] = [units, scale];
  while (bottom >= 10 && top % 10 === 0) [top, bottom] = [top / 10, bottom / 10];
  return { units: top, scale: bottom };
}
