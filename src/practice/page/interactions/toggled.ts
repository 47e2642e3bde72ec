/** What is chosen after one more press: of one, the other; of several, one more or one less, up to the most. */
export function toggled(
  chosen: readonly string[],
  value: string,
  { least, most }: { readonly least: number; readonly most: number },
): readonly string[] {
  if (chosen.includes(value)) {
    return most === 1 && least > 0 ? chosen : chosen.filter((one) => one !== value)
  }
  if (most === 1) return [value]
  return chosen.length < most ? [...chosen, value] : chosen
}
