/**
 * How many syllables a word has: its groups of vowels, as each language writes them. An estimate, as every such count is;
 * over a text it is right within a few percent (test/unit/reading).
 */

const groups = (word: string, vowels: RegExp): number => Math.max(1, word.match(vowels)?.length ?? 0)

/** Dutch: "ij" and long vowels are one; a diaeresis begins another ("ideeën" has three). */
export const syllablesNl = (word: string): number =>
  groups(
    word
      .toLowerCase()
      .replaceAll('ij', 'y')
      .replace(/(?=[ëïöü])/g, '-'),
    /[aeiouyáàâéèêëíïóôöúûü]+/g,
  )

/** English: a silent "e" at the end, and of "-ed" and "-es", is none. */
export const syllablesEn = (word: string): number => {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = plain
    .replace(/(?<=[aeiouy].*[^aeiouyldt])ed$/, 'd')
    .replace(/(?<=[aeiouy].*[^aeiouylsxz]|[aeiouy][^aeiouylsxz])es$/, 's')
    .replace(/(?<=[aeiouy].*[^aeiouyl])e$/, '')
    .replace(/(?<=[aeiouy])le$/, 'l')
  return groups(spoken, /[aeiouy]+/g)
}

/** French: a silent "e" at the end, with or without "s" or "nt", is none; "·e" is a way of writing, not of saying. */
export const syllablesFr = (word: string): number => {
  const plain = word.toLowerCase().replace(/·\p{L}+/gu, '')
  const spoken = plain
    .replace(/(?<=[aeiouyàâéèêëîïôûù].*[^aeiouy])(e|es|ent)$/, '')
    .replace(/(?<=[iu])es?$/, '')
  return groups(spoken.replace(/qu|gu(?=[eiéè])/g, 'q'), /[aeiouyàâæéèêëîïôœùûü]+/g)
}
