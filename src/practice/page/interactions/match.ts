/** What a search compares: without capitals and accents, so that "geen" finds "Géén". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/**
 * How well something fits what was typed: 0 starts with it, 1 has a word that starts with it, 2 has it somewhere,
 * undefined not at all.
 */
export function fit(text: string, typed: string): 0 | 1 | 2 | undefined {
  const wanted = plain(typed.trim())
  const all = plain(text)
  const at = all.indexOf(wanted)
  if (at < 0) return undefined
  if (at === 0) return 0
  // At each place where it stands: "van" is in "advancement van", and there begins a word.
  for (let next = at; next >= 0; next = all.indexOf(wanted, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(all.charAt(next - 1))) return 1
  }
  return 2
}
