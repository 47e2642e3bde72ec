/**
 * Rows for a spreadsheet, as one opens here: semicolons (Excel in Belgium reads a comma as the decimal sign), UTF-8 with
 * a mark at the front, Windows line ends. Text that a spreadsheet would carry out as a formula is made text.
 */
export type Cell = string | number

/** What makes Excel, LibreOffice or Google read a cell as a formula (OWASP, CSV injection); tabs and the like are cut off. */
const FORMULA = /^[=+\-@＝＋－＠]/

const cell = (value: Cell): string => {
  const text = String(value).trim()
  const harmless = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
