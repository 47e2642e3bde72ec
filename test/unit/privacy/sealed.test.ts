import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyFolder } from '../../../src/privacy/key-folder.ts'
import { asSealed, createSeal, isHeldBy, type Sealed } from '../../../src/privacy/sealed.ts'
import { tempFolder } from '../../support/storage/temp-storage.ts'

const UNTIL = new Date('2026-03-02T10:00:00Z')
const AFTER = new Date('2026-03-03T00:00:00Z')
const open = (folder = join(tempFolder(), 'keys')) => ({
  folder,
  seal: createSeal(createKeyFolder(folder)),
})

test('any words come back as they were, and do not show in what is stored', async () => {
  const { seal } = open()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 4 }), async (words) => {
      const shut = await seal.seal(words, UNTIL, 'flag:1')
      expect(await seal.open(shut, 'flag:1')).toBe(words)
      expect(shut).not.toContain(words)
    }),
    { numRuns: 50 },
  )
  expect(await seal.open(await seal.seal('', UNTIL, 'a'), 'a')).toBe('')
})

test('the same words sealed twice look different', async () => {
  const { seal } = open()
  expect(await seal.seal('ja', UNTIL, 'a')).not.toBe(await seal.seal('ja', UNTIL, 'a'))
})

test('words are open during the day on which they are forgotten, and shut for ever after it', async () => {
  const { seal } = open()
  const shut = await seal.seal('words', UNTIL, 'a')
  const mark = await seal.mark('words', UNTIL)
  expect(await seal.forget(new Date('2026-03-02T23:59:59.999Z'))).toEqual([])
  expect(await seal.open(shut, 'a')).toBe('words')
  expect(await seal.forget(AFTER)).toEqual(['2026-03-02'])
  expect(await seal.open(shut, 'a')).toBeUndefined()
  expect(await seal.look(shut, 'a')).toEqual({ ok: false, reason: 'forgotten' })
  expect(await seal.reseal(shut, 'a', AFTER)).toBeUndefined()
  expect(await seal.sameWords(mark, 'words')).toBeUndefined()
})

test('a new key for a day that was forgotten does not open what was sealed before', async () => {
  const { seal, folder } = open()
  const shut = await seal.seal('words', UNTIL, 'a')
  const mark = await seal.mark('words', UNTIL)
  await seal.forget(AFTER)
  // A process that just started, and forgot nothing yet.
  await open(folder).seal.seal('other', UNTIL, 'a')
  expect(await seal.look(shut, 'a')).toEqual({ ok: false, reason: 'damaged' })
  expect(await seal.sameWords(mark, 'words')).toBe(false)
})

test('sealed words open only for what they are about', async () => {
  const { seal } = open()
  const shut = await seal.seal('words', UNTIL, 'flag:1')
  expect(await seal.look(shut, 'flag:2')).toEqual({ ok: false, reason: 'damaged' })
})

test('sealed words that were changed anywhere do not open and do not throw', async () => {
  const { seal } = open()
  const shut = await seal.seal('some words to change', UNTIL, 'a')
  const other = await seal.seal('x', new Date('2026-03-09T00:00:00Z'), 'a')
  await fc.assert(
    fc.asyncProperty(
      fc.nat(shut.length - 2),
      fc.string({ minLength: 1, maxLength: 1 }),
      async (at, letter) => {
        fc.pre(shut.charAt(at) !== letter)
        const changed = asSealed(`${shut.slice(0, at)}${letter}${shut.slice(at + 1)}`)
        const opened = await seal.open(changed, 'a')
        expect(opened).toBeUndefined()
      },
    ),
    { numRuns: 200 },
  )
  const day = shut.slice(3, 13)
  const moved = asSealed(shut.replace(day, other.slice(3, 13)))
  expect(await seal.open(moved, 'a')).toBeUndefined()
  for (const nonsense of [
    '',
    'words in clear',
    'h1..',
    'h2.2026-03-02.aaaaaaaaaaaaaaaa.aaaa',
    `${day}.key`,
  ]) {
    expect(await seal.look(nonsense as Sealed, 'a')).toEqual({ ok: false, reason: 'damaged' })
    expect(await seal.sameWords(nonsense, 'words')).toBeUndefined()
  }
})

test('sealed again under an earlier day, words are shut when that day is over', async () => {
  const { seal } = open()
  const long = await seal.seal('words', new Date('2026-06-01T00:00:00Z'), 'a')
  const short = await seal.reseal(long, 'a', UNTIL)
  expect(await seal.open(short ?? asSealed(''), 'a')).toBe('words')
  await seal.forget(AFTER)
  expect(await seal.open(short ?? asSealed(''), 'a')).toBeUndefined()
})

test('a mark knows the same words on its day, says nothing about others, and differs from day to day', async () => {
  const { seal } = open()
  const mark = await seal.mark('words', UNTIL)
  expect(await seal.mark('words', UNTIL)).toBe(mark)
  expect(await seal.sameWords(mark, 'words')).toBe(true)
  expect(await seal.sameWords(mark, 'Words')).toBe(false)
  expect(await seal.mark('words', AFTER)).not.toContain(mark.slice(14))
})

test('another house cannot open words with keys of its own', async () => {
  const { seal } = open()
  const shut = await seal.seal('words', UNTIL, 'a')
  expect(await open().seal.look(shut, 'a')).toEqual({ ok: false, reason: 'forgotten' })
})

test('a copy of the keys is what opens a copy of the words: nothing else is needed, so it is kept apart', async () => {
  const { seal, folder } = open()
  const shut = await seal.seal('words', UNTIL, 'a')
  const elsewhere = tempFolder()
  copyFileSync(join(folder, '2026-03-02.key'), join(elsewhere, '2026-03-02.key'))
  expect(await open(elsewhere).seal.open(shut, 'a')).toBe('words')
  expect(readFileSync(join(folder, '2026-03-02.key'))).toHaveLength(32)
})

test('words that should have been gone already are shut under today, not under a day that is over', async () => {
  const folder = tempFolder()
  const seal = createSeal(createKeyFolder(folder))
  await seal.forget(new Date('2026-06-10T12:00:00Z'))
  const late = await seal.seal('te laat', new Date('2026-06-01T00:00:00Z'), 'flag:1')
  // Another sweep of that day destroys no key that something was just shut under.
  await seal.forget(new Date('2026-06-10T12:10:00Z'))
  expect(await seal.open(late, 'flag:1')).toBe('te laat')
  await seal.forget(new Date('2026-06-11T00:00:00Z'))
  expect(await seal.open(late, 'flag:1')).toBeUndefined()
})

test('words under the key of a hold open until that key is dropped, whatever days are over', async () => {
  const folder = tempFolder()
  const seal = createSeal(createKeyFolder(folder))
  const shut = await seal.seal('bewaar dit', new Date('2026-06-01T00:00:00Z'), 'flag:1')
  const held = await seal.hold(shut, 'flag:1', 'h-1')
  if (held === undefined) throw new Error('nothing to hold')
  expect(isHeldBy(held, 'h-1')).toBe(true)
  expect(isHeldBy(shut, 'h-1')).toBe(false)
  await seal.forget(new Date('2027-01-01T00:00:00Z'))
  expect(await seal.open(held, 'flag:1')).toBe('bewaar dit')
  expect(await seal.open(held, 'flag:2')).toBeUndefined()
  expect(await seal.hold(shut, 'flag:1', 'h-2')).toBeUndefined()
  await seal.dropHold('h-1')
  await seal.dropHold('h-1')
  expect(await seal.look(held, 'flag:1')).toEqual({ ok: false, reason: 'forgotten' })
})
