import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchAgreements } from '../../src/practice/agreements/watch-agreements.ts'
import { agreementsOf } from '../support/agreements.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { ownRule } from '../support/own-rule.ts'
import { policyWith } from '../support/policy.ts'

const WORD = 'krokofant'
const RULE = ownRule('krokofant', [`terms: [${WORD}]`])

async function edit(folder: string, file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  expect(before).toContain(from)
  await writeFile(
    path,
    before.replace(from, () => to),
  )
}

function watched(house: TestHouse, policyFolder: string) {
  let changed: (() => void) | undefined
  const agreements = watchAgreements({
    house: { bot: house.bot(), discord: house.discord },
    policyFolder,
    read: agreementsOf,
    watch(_folder, options) {
      changed = options.changed
      return { look: async () => undefined, stop: () => undefined }
    },
  })
  onTestFinished(() => agreements.stop())
  const seenBy = (who: string) => agreements.view(house.world.member(who).id)
  return { agreements, seenBy, fileChanged: () => changed?.() }
}

test('what the last messages would be decided as is told before it holds, and only words that somebody sees', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({
    policyFolder,
    seed: (seed) => ({
      ...seed,
      // A channel of the agreements that not everybody sees, and that is read because they name it.
      channels: seed.channels.map((one) =>
        one.name === 'gaming' ? { ...one, type: 'private' as const, readers: ['Moderator'] } : one,
      ),
    }),
  })
  const { world } = house
  await world.member('noor').says('#algemeen', `een ${WORD} in de gang`)
  await world.member('fatima').says('#gaming', `een geheime ${WORD}`)
  await world.member('lotte').says('#algemeen', 'ik wil dood')
  await house.settled()
  const { desk } = house.bot()
  const running = desk.policy.version
  const { agreements, seenBy } = watched(house, policyFolder)
  expect(seenBy('noor')).toMatchObject({ state: 'same', running, files: running })

  let told = 0
  agreements.onChange(() => void told++)
  await edit(policyFolder, RULE.file, RULE.from, RULE.to)
  await edit(policyFolder, 'house.yaml', '["13:30-18:00", "19:00-21:30"]', '["13:30-17:00"]')
  await agreements.refresh()
  expect(told).toBe(1)
  const view = seenBy('noor')
  expect(view).toMatchObject({
    state: 'changed',
    running,
    preview: { messages: 200, said: 3, examples: 197 },
  })
  expect(view.files).not.toBe(running)
  const { preview } = view
  // Two that people said, and the sentence that the rule itself must find.
  const said = preview?.newlyFlagged.filter(({ from }) => from === 'said')
  expect(said).toHaveLength(2)
  expect(said).toContainEqual(
    expect.objectContaining({
      channel: '#algemeen',
      words: `een ${WORD} in de gang`,
      before: 'niets',
      after: expect.stringContaining('bedreiging, rood'),
    }),
  )
  const hidden = said?.find(({ words }) => words === undefined)
  expect(Object.keys(hidden ?? {}).toSorted()).toEqual(['after', 'before', 'from'])
  expect(JSON.stringify(view)).not.toContain('geheime')
  expect(JSON.stringify(seenBy('fatima'))).toContain(`een geheime ${WORD}`)
  expect(preview?.noLongerFlagged).toEqual([])
  expect(preview?.otherLevel).toEqual([])
  expect(preview?.also).toEqual([
    expect.stringMatching(/^house\.yaml: de openingsuren: woensdag 13\.30 tot 17 uur/),
    'rules/threat.yaml (bedreiging): nieuw: krokofant',
    expect.stringContaining('“Wie leest hier mee?” wordt aangepast'),
  ])
  expect(desk.policy.version).toBe(running)
  expect(await desk.db.flag.count()).toBe(1)

  // What was changed after it was shown is shown first.
  await edit(policyFolder, RULE.file, 'level: rood', 'level: geel')
  await agreements.apply()
  expect(desk.policy.version).toBe(running)
  expect(JSON.stringify(seenBy('noor').preview?.newlyFlagged)).toContain('bedreiging, geel')
  await agreements.apply()
  expect(seenBy('noor')).toMatchObject({
    state: 'applied',
    running: view.files === '' ? '' : desk.policy.version,
  })
  expect(desk.policy.version).not.toBe(running)
  await agreements.refresh()
  expect(seenBy('noor').state).toBe('applied')
})

test('broken files are told with their line, nothing is applied, and a file that is changed by hand is looked at by itself', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  const { agreements, seenBy, fileChanged } = watched(house, policyFolder)
  const running = house.bot().desk.policy.version
  await edit(policyFolder, 'house.yaml', 'holidays: closed', 'holidays: soms')
  const heard = new Promise<void>((resolve) => void agreements.onChange(resolve))
  fileChanged()
  await heard
  expect(seenBy('noor')).toMatchObject({
    state: 'broken',
    running,
    problems: [expect.stringMatching(/house\.yaml, regel \d+/)],
  })
  await agreements.apply()
  expect(house.bot().desk.policy.version).toBe(running)
  expect(seenBy('noor').state).toBe('broken')
  await edit(policyFolder, 'house.yaml', 'holidays: soms', 'holidays: closed')
  await agreements.refresh()
  expect(seenBy('noor').state).toBe('same')
})
