import { readFile, writeFile } from 'node:fs/promises'
import { drawn, FOLDER, filled, PAGE, PLOTS } from './page.ts'
import { readResults, RESULTS } from './record.ts'

/** Draws the plots from what is recorded, and fills in the page: `npm run plots`. */
const results = await readResults(RESULTS)
for (const plot of PLOTS) {
  const svg = drawn(results, plot)
  if (svg !== undefined) await writeFile(`${FOLDER}/${plot}.svg`, svg)
}
await writeFile(PAGE, filled(await readFile(PAGE, 'utf8'), results))
process.stdout.write(`${PAGE} shows what is recorded in ${RESULTS}.\n`)
