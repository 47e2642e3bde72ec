import { expect, onTestFinished, test } from 'vitest'
import { develop } from '../../.tools/dev/develop.ts'
import { houseProcess } from '../../.tools/dev/house-process.ts'
import { stepsFor } from '../../.tools/dev/steps.ts'
import { theBrowser } from '../support/browser.ts'
import { copyProject } from '../support/project-copy.ts'

test('npm run dev: a saved text and a saved agreement are seen in the page that was open, a wrong type is told, and what cannot be built leaves the house as it was', {
  timeout: 240_000,
}, async () => {
  const project = await copyProject()
  const said: string[] = []
  const developing = await develop({
    root: project.root,
    house: houseProcess({ root: project.root, policyFolder: 'policies' }),
    write: (line) => said.push(line),
  })
  onTestFinished(() => developing.stop())
  const url = /http:\S+/.exec(said[0] ?? '')?.[0] ?? ''
  const context = await (await theBrowser()).newContext({ locale: 'nl-BE' })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  await page.goto(`${url}#als=noor`)
  await page.getByText('een bot en geen hulpverlener').first().waitFor()

  await project.change('policies/house.yaml', 'name: Het Praktijkhuis', 'name: Het Proefhuis')
  await page.getByText('Dit is de Discord van Het Proefhuis').first().waitFor()

  const texts = 'src/texts/nl/notice.ts'
  const before = await project.read(texts)
  const wrong = "\nexport const wrong: number = 'no number'\n"
  await project.write(texts, before.replace('een bot en geen', 'een programma en geen') + wrong)
  await page.getByText('een programma en geen hulpverlener').first().waitFor()
  expect(said.join('\n')).toMatch(
    /^src\/texts\/nl\/notice\.ts: built in [\d.]+ s, open again after [\d.]+ s$/m,
  )

  await expect.poll(() => said.at(-1), { timeout: 120_000 }).toMatch(/^A type is wrong/)
  await project.write(texts, `${before}\nexport const = 1\n`)
  await expect.poll(() => said.at(-1), { timeout: 120_000 }).toMatch(/cannot be built\. The house stays/)
  expect(await page.getByText('een programma en geen hulpverlener').count()).toBeGreaterThan(0)
})

test('a change makes again what comes from it, and nothing for what the house follows by itself', () => {
  expect(stepsFor(['policies/house.yaml', 'src/generated/sqlite/client.ts', 'src/texts/nl/x~'])).toEqual([])
  expect(stepsFor(['commands/praat.ts'])).toEqual(['compile'])
  expect(stepsFor(['src/practice/page/bar.tsx', 'src/practice/page/look/bar.css'])).toEqual(['page'])
  expect(stepsFor(['src/bot.ts', 'prisma/schema.prisma'])).toEqual(['database', 'compile'])
  expect(stepsFor(['src/texts/de/index.ts', 'src/practice/page/app.tsx'])).toEqual([
    'languages',
    'compile',
    'page',
  ])
})
