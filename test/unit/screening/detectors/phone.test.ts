import { expect, test } from 'vitest'
import { detectorsBut } from '../../../../src/screening/detectors/index.ts'
import { found } from './found.ts'

// Numbers nobody has: every one of these is made up, with repeated or counting digits.
const NUMBERS = [
  '0470123456',
  '0470 12 34 56',
  '0470/12.34.56',
  '0470/12 34 56',
  '0470-12-34-56',
  '0470.12.34.56',
  '0470 123 456',
  '0470/123456',
  '04 70 12 34 56',
  '047 012 34 56',
  '(0470) 12 34 56',
  '0 4 7 0 1 2 3 4 5 6',
  '+32 470 12 34 56',
  '+32470123456',
  '+32 (0)470 12 34 56',
  '+32 0470 12 34 56',
  '0032 470 12 34 56',
  '0032470123456',
  '02 123 45 67',
  '02/123.45.67',
  '021234567',
  '03 123 45 67',
  '09 223 45 67',
  '09/223.45.67',
  '016 12 34 56',
  '016/12.34.56',
  '016 123 456',
  '050-12-34-56',
  '+32 16 12 34 56',
  '+32 9 223 45 67',
  '0032 2 123 45 67',
  '06 12345678',
  '06-12345678',
  '06 12 34 56 78',
  '0612345678',
  '+31 6 12 34 56 78',
  '+31612345678',
  '07 12 34 56 78',
  '06.12.34.56.78',
  '+33 6 12 34 56 78',
  '0033612345678',
  '+212 612 345 678',
  '+352 621 123 456',
  '+49 151 12345678',
  '０４７０１２３４５６',
  '0️⃣4️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣',
  '0470\u00a012\u00a034\u00a056',
  '0470\u200b12\u200b34\u200b56',
  '0470–12–34–56',
  '𝟎𝟒𝟕𝟎𝟏𝟐𝟑𝟒𝟓𝟔',
]

test.each(NUMBERS)('%s is a phone number', (number) => {
  expect(found('telefoon', number)).toEqual([number])
  expect(found('telefoon', `bel haar op ${number}!`)).toEqual([number])
  expect(found('telefoon', `hier: ${number} doe maar`)).toEqual([number])
})

test.each([
  // Helplines and numbers that are no person's.
  ['bel 1813'],
  ['bel 106 of 107'],
  ['112'],
  ['chat met Awel of bel 102'],
  ['1712'],
  ['116 000'],
  ['0800 13 500'],
  ['0800 32 123'],
  ['0800/13500'],
  ['080013500'],
  ['078 15 10 20'],
  ['070 245 245'],
  ['+32 78 15 10 20'],
  ['0900 12 345'],
  ['0903 12 345'],
  ['+32 800 13 500'],
  // Dates and times.
  ['01/02/2024'],
  ['06/12/2024 10'],
  ['06-12-24 10 30'],
  ['van 06.12.2024 tot 07.12.2024'],
  ['24/11/2026 13:00'],
  ['09:12 34 567'],
  ['om 04:50 12 34 56'],
  // Scores, prices, counts, codes.
  ['3-1 en 0-2'],
  ['we wonnen met 104-98 35 26'],
  ['kost 0,470123456 btc'],
  ['0.470123456'],
  ['pi is 3.14159265358979'],
  ['+1000000000 aura'],
  ['+100 000 000 punten'],
  ['12 34 56 78 90 12'],
  ['1 2 3 4 5 6 7 8 9 10'],
  ['01 02 03 04 05 06 07 08 09 10'],
  ['04 58 12 33 45 61 09'],
  ['0123456789'],
  ['0000000000'],
  // Discord: ids, times, emoji.
  ['<@123456789012345678>'],
  ['<#047012345604701234>'],
  ['<:lol:0470123456047012345>'],
  ['<t:1700000000:R>'],
  ['0470123456789012345'],
  // Other numbers.
  ['BE68 5390 0754 7034'],
  ['BE 0470.123.456'],
  ['btw-nummer: BE0470.123.456'],
  ['ondernemingsnummer 0470.123.456'],
  ['x=0470123456'],
  ['#0470123456'],
  ['€0470123456'],
  ['abc0470123456'],
  ['0470123456km'],
  ['85.07.30-033.28'],
  ['9000 Gent'],
  ['versie 0.16.12.34'],
  ['02 03 04'],
  ['geen enkel cijfer'],
])('%s is no phone number', (text) => {
  expect(found('telefoon', text)).toEqual([])
})

test('each number in a row of numbers is found', () => {
  expect(found('telefoon', '0470 12 34 56, 0471/22.33.44 of +31 6 12345678')).toEqual([
    '0470 12 34 56',
    '0471/22.33.44',
    '+31 6 12345678',
  ])
  expect(found('telefoon', '0470 12 34 56 0471 22 33 44')).toEqual(['0470 12 34 56', '0471 22 33 44'])
  expect(found('telefoon', 'mijn nummer is 0470123456 12 jaar lang')).toEqual(['0470123456'])
  expect(found('telefoon', 'tussen 0470/12.34.56 18:30 en later')).toEqual(['0470/12.34.56'])
})

test('the number of a helpline is there to be shared, however it is written', () => {
  const { telefoon } = detectorsBut(['02 616 26 26'])
  for (const text of ['02 616 26 26', '02/616.26.26', '+32 2 616 26 26', '0032 2 6162626']) {
    expect(telefoon(text), text).toEqual([])
    expect(found('telefoon', text), text).toEqual([text])
  }
  expect(telefoon('02 616 26 27')).toHaveLength(1)
})
