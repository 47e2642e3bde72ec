import { expect, test } from 'vitest'
import { createProposals, type Proposal } from '../../../../src/practice/page/interactions/proposals.ts'

function world() {
  const asked: {
    readonly text: string
    readonly answer: (names: readonly string[] | undefined) => Promise<void>
  }[] = []
  const waiting = new Set<() => void>()
  const proposals = createProposals(
    (text) =>
      new Promise<readonly Proposal[] | undefined>((resolve) => {
        asked.push({
          text,
          async answer(names) {
            resolve(names?.map((name) => ({ name, value: name })))
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
    (_ms, run) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
  )
  const rest = (): void => {
    for (const run of waiting) {
      waiting.delete(run)
      run()
    }
  }
  return { proposals, asked, rest, texts: () => asked.map(({ text }) => text) }
}

test('the bot is asked when somebody rests, and only for what stands there then', () => {
  const { proposals, rest, texts } = world()
  for (const text of ['z', 'ze', 'zeb']) proposals.typed(text)
  expect(texts()).toEqual([])
  rest()
  expect(texts()).toEqual(['zeb'])
})

test('an answer that comes after another question is dropped', async () => {
  const { proposals, asked } = world()
  proposals.now('a')
  proposals.now('ab')
  await asked[1]?.answer(['abc'])
  await asked[0]?.answer(['aaa'])
  expect(proposals.state.value).toEqual({ is: 'here', proposals: [{ name: 'abc', value: 'abc' }] })
})

test('while the bot is asked anew, what it proposed before stays', async () => {
  const { proposals, asked } = world()
  proposals.now('a')
  await asked[0]?.answer(['abc'])
  proposals.now('ab')
  expect(proposals.state.value).toEqual({ is: 'asking', last: [{ name: 'abc', value: 'abc' }] })
})

test('no answer is said, nothing found is something else', async () => {
  const { proposals, asked } = world()
  proposals.now('a')
  await asked[0]?.answer(undefined)
  expect(proposals.state.value).toEqual({ is: 'failed' })
  proposals.now('b')
  await asked[1]?.answer([])
  expect(proposals.state.value).toEqual({ is: 'here', proposals: [] })
})

test('nobody who left is shown anything any more', async () => {
  const { proposals, asked, rest, texts } = world()
  proposals.now('a')
  proposals.typed('ab')
  proposals.stop()
  await asked[0]?.answer(['abc'])
  rest()
  expect(proposals.state.value).toEqual({ is: 'idle' })
  expect(texts()).toEqual(['a'])
})
