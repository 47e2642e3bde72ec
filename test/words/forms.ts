/** A secret in one of the forms in which it could stand in a file. */
export interface Form {
  readonly name: string
  readonly bytes: Buffer
}

const ofEach = (text: string, form: (char: string) => string): Buffer =>
  Buffer.from(text.split('').map(form).join(''), 'latin1')
const code = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0')
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

/** Base64 of it wherever it begins in what was encoded: only what does not depend on the bytes around it. */
const insideBase64 = (text: string, before: 0 | 1 | 2): Buffer => {
  const all = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')])
  const whole = all.subarray(0, all.length - (all.length % 3)).toString('base64')
  return Buffer.from(before === 0 ? whole : whole.slice(4), 'latin1')
}
/** The alphabet of base64 that addresses use. */
const forAddresses = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('+', '-').replaceAll('/', '_'), 'latin1')

/**
 * Every form in which a text is looked for: as it is, in capitals, in the other encodings of text, escaped as JSON,
 * JavaScript or an address would, as hex, and as base64 at each of the three places at which it can begin.
 */
export function formsOf(text: string): readonly Form[] {
  const hex = Buffer.from(text, 'utf8').toString('hex')
  const wide = Buffer.from(text, 'utf16le')
  const base64 = ([0, 1, 2] as const).map((before) => insideBase64(text, before))
  return [
    { name: 'utf-8', bytes: Buffer.from(text, 'utf8') },
    { name: 'utf-8, capitals', bytes: Buffer.from(text.toUpperCase(), 'utf8') },
    { name: 'latin-1', bytes: Buffer.from(text, 'latin1') },
    { name: 'utf-16', bytes: wide },
    { name: 'utf-16, other order', bytes: swapped(wide) },
    { name: 'hex', bytes: Buffer.from(hex, 'latin1') },
    { name: 'hex, capitals', bytes: Buffer.from(hex.toUpperCase(), 'latin1') },
    { name: 'json', bytes: Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8') },
    { name: 'escaped', bytes: ofEach(text, (char) => `\\u${code(char)}`) },
    { name: 'address', bytes: Buffer.from(encodeURIComponent(text), 'latin1') },
    { name: 'address, each letter', bytes: ofEach(text, (char) => `%${code(char).slice(2).toUpperCase()}`) },
    ...base64.map((bytes, place) => ({ name: `base64, place ${place}`, bytes })),
    ...base64.map((bytes, place) => ({ name: `base64url, place ${place}`, bytes: forAddresses(bytes) })),
  ]
}

/** Whether a form is only the same bytes under another name. */
const differing = (forms: readonly Form[]): readonly Form[] =>
  forms.filter((one, n) => forms.findIndex(({ bytes }) => bytes.equals(one.bytes)) === n)

/** Looks for secrets in bytes. @returns which, and in which form; never the secret itself */
export function seek(secrets: ReadonlyMap<string, string>): (bytes: Buffer) => readonly string[] {
  const wanted = [...secrets].flatMap(([what, text]) =>
    differing(formsOf(text)).map((form) => ({ found: `${what} as ${form.name}`, bytes: form.bytes })),
  )
  return (bytes) => wanted.filter((one) => bytes.includes(one.bytes)).map(({ found }) => found)
}
