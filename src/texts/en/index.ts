import type { LanguageFolder } from '../folder.ts'
import { asking } from './asking.ts'
import { channels } from './channels.ts'
import { data } from './data.ts'
import { deciding } from './deciding.ts'
import { doctor } from './doctor.ts'
import { duty } from './duty.ts'
import { explain } from './explain.ts'
import { figures } from './figures.ts'
import { general } from './general.ts'
import { hold } from './hold.ts'
import { notice } from './notice.ts'
import { praat } from './praat.ts'
import { queue } from './queue.ts'
import { reading } from './reading.ts'
import { refer } from './refer.ts'
import { report } from './report.ts'
import { setup } from './setup.ts'
import { simple } from './simple.ts'
import { talk } from './talk.ts'
import { trouble } from './trouble.ts'

/** What people read, in plain English. Keys and placeholders follow nl; lines are the ones that speak English (domain §1.2). */
export const en = {
  ...general,
  ...asking,
  ...doctor,
  ...duty,
  ...praat,
  ...talk,
  ...report,
  ...queue,
  ...notice,
  ...data,
  ...hold,
  ...deciding,
  ...explain,
  ...figures,
  ...refer,
  ...channels,
  ...setup,
  ...trouble,
}

export const language: LanguageFolder = {
  button: 'In English',
  locale: 'en-BE',
  discord: ['en-US', 'en-GB'],
  clock: (hour, minute) => {
    const shown = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
    return `${hour % 12 === 0 ? 12 : hour % 12}${shown} ${hour < 12 ? 'am' : 'pm'}`
  },
  midnight: 'midnight',
  texts: en,
  simple,
  reading,
}
