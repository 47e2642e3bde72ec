import { describe, expect, it } from 'vitest'
import { openPageHouse } from '../support/page-house.ts'

describe('a channel with much in it', () => {
  it('is read back upwards, stays where one reads, and says what came in below', async () => {
    const { house, visit } = await openPageHouse({
      seed: (given) => ({
        ...given,
        channels: [
          ...given.channels.map((one) => (one.name === 'muziek' ? { ...one, slowmode: 30 } : one)),
          { name: 'ideeen', type: 'forum' as const },
        ],
      }),
    })
    const { world } = house
    const sam = world.member('sam')
    const first = await sam.says('algemeen', 'Bericht 1')
    for (let n = 2; n <= 130; n++) await sam.says('algemeen', `Bericht ${n}`)
    await world.member('ayoub').says('algemeen', 'Waarover ging dat ook weer?', { replyTo: first })
    const page = await visit('noor')
    await page.getByRole('link', { name: 'algemeen' }).click()
    const article = (text: string) =>
      page.getByRole('article').filter({ has: page.getByText(text, { exact: true }) })
    await article('Waarover ging dat ook weer?').waitFor()
    expect(await article('Bericht 1').count(), 'what is old is not fetched before one wants it').toBe(0)
    await expect.poll(() => inView(page, 'Waarover ging dat ook weer?')).toBe(true)

    // Up, to the top of what is there: older ones come, and what one reads does not move away.
    for (let articles = await page.getByRole('article').count(); articles < 131; ) {
      const seen = await page.evaluate<{ readonly words: string; readonly top: number }>(SCROLL_UP)
      await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(articles)
      articles = await page.getByRole('article').count()
      await expect.poll(async () => Math.abs((await topOf(page, seen.words)) - seen.top)).toBeLessThan(3)
    }
    expect(await page.getByText('Dit is het begin van algemeen.').count()).toBe(1)
    expect(await page.getByRole('article').count(), 'each message once').toBe(131)
    await sam.says('algemeen', 'Nog iets nieuws')
    await page.getByRole('button', { name: '1 nieuw bericht' }).waitFor()
    expect(await inView(page, 'Nog iets nieuws')).toBe(false)
    await page.getByRole('button', { name: '1 nieuw bericht' }).click()
    await expect.poll(() => inView(page, 'Nog iets nieuws')).toBe(true)
    await expect.poll(() => page.getByRole('button', { name: 'Naar het nieuwste' }).count()).toBe(0)

    // From an answer to what it answers, which this window has to fetch first.
    await page.reload()
    await page.getByRole('button', { name: /^Antwoord op.*Bericht 1/ }).click()
    await article('Bericht 1').waitFor()
    await expect.poll(() => inView(page, 'Bericht 1')).toBe(true)

    // What was pinned, and where one cannot write, or not so often.
    await page.getByRole('link', { name: 'welkom' }).click()
    await page.getByRole('button', { name: 'Vastgemaakte berichten' }).click()
    const pins = page.getByRole('complementary', { name: 'Vastgemaakte berichten' })
    await pins.getByText('Wie leest hier mee?').waitFor()
    await pins.getByRole('button', { name: 'Ga naar dit bericht' }).first().click()
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
      .toMatch(/^Huisbot, /)
    await page.getByRole('link', { name: 'praten-met-ons' }).click()
    await page.getByText('Je kan hier niet schrijven.').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.getByRole('link', { name: 'muziek' }).click()
    await page.getByText('Trage modus: je kan om de 30 seconden één bericht sturen.').waitFor()
    for (const text of ['Een liedje', 'Nog een']) {
      await page.getByRole('textbox').fill(text)
      await page.keyboard.press('Enter')
    }
    await page.getByText(/^Niet verstuurd: /).waitFor()
    await page.getByText(/^Trage modus: nog \d+ seconden\.$/).waitFor()
    expect(await page.getByRole('textbox').inputValue(), 'what was not sent is still there').toBe('Nog een')

    // The posts of a forum are threads.
    world.member('ayoub').postsIn('ideeen', 'Filmavond', 'Wie kiest de film?')
    await page.getByRole('link', { name: 'ideeen' }).click()
    await page.getByRole('button', { name: 'Filmavond' }).click()
    await page.getByRole('heading', { level: 1, name: 'Filmavond' }).waitFor()
    await article('Wie kiest de film?').waitFor()

    // Words that wait in one channel are not in another; the colours are those of the last time.
    await page.getByRole('link', { name: 'gaming' }).click()
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    await page.getByRole('link', { name: 'muziek' }).click()
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Nog een')
    await page.getByRole('button', { name: /^Jij bent Noor/ }).click()
    await page.getByRole('radio', { name: 'Licht' }).check()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'muziek' }).waitFor()
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    )
  }, 60_000)
})

/** Goes to just under the top, and tells which message stands first and where. */
const SCROLL_UP = `(() => {
  const box = document.querySelector('.messages')
  box.scrollTop = 100
  const edge = box.getBoundingClientRect().top
  const row = [...document.querySelectorAll('.words')].find((one) => one.getBoundingClientRect().top > edge)
  return { words: row.textContent.trim(), top: row.getBoundingClientRect().top }
})()`

const topOf = (page: { evaluate<T>(script: string): Promise<T> }, words: string): Promise<number> =>
  page.evaluate<number>(
    `[...document.querySelectorAll('.words')].find((one) => one.textContent.trim() === ${JSON.stringify(words)}).getBoundingClientRect().top`,
  )

/** Whether the message with these words stands whole between the header and the field. */
const inView = (page: { evaluate<T>(script: string): Promise<T> }, words: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const box = document.querySelector('.messages').getBoundingClientRect()
    const row = [...document.querySelectorAll('.words')].find((one) => one.textContent.trim() === ${JSON.stringify(words)})
    const { top, bottom } = row?.getBoundingClientRect() ?? { top: Infinity, bottom: Infinity }
    return top >= box.top - 1 && bottom <= box.bottom + 1
  })()`)
