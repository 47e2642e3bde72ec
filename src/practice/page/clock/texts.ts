import type { ClockMove } from '../../web/parts.ts'

/** What the clock of the house says. */
export const texts = {
  title: 'De klok van het huis',
  now: (moment: string) => `Nu is het ${moment}.`,
  note: 'Zet de klok vooruit. Alles wat onderweg moet gebeuren, gebeurt ook: wie te lang wacht, krijgt hulp, het huis gaat open en dicht, en wat oud is, wordt vergeten. Terug kan niet.',
  moves: {
    hour: 'Een uur later',
    'next-opening': 'Naar de volgende opening',
    tonight: 'Naar vanavond, 23.30 uur',
    'next-week': 'Een week later',
  } satisfies Record<ClockMove, string>,
  moving: 'De klok loopt…',
  moved: (says: string) => `Gedaan. ${says}.`,
  bar: (time: string, says: string) => `${time} · ${says}`,
} as const
