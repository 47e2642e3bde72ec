/** Colours of roles are chosen by people; a name must be readable on the page all the same (WCAG: 4.5 to 1). */
const ENOUGH = 4.5

type Rgb = readonly [number, number, number]

const rgbOf = (colour: number): Rgb => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]

const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How far two colours stand apart, as WCAG counts it: 1 to 21. */
export function contrast(one: number, other: number): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The colour, mixed with white or black until it can be read on each of the backgrounds. */
export function readable(colour: number, backgrounds: readonly number[], dark: boolean): number {
  const towards = dark ? 255 : 0
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = rgbOf(colour).reduce(
      (sum, part) => sum * 256 + Math.round(part + (towards - part) * share),
      0,
    )
    if (backgrounds.every((one) => contrast(mixed, one) >= ENOUGH)) return mixed
  }
  return dark ? 0xff_ff_ff : 0
}

export const cssColour = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`
