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

/** What people read, in plain French. Keys and placeholders follow nl; lines are the ones that speak French (domain §1.2). */
export const fr = {
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
  button: 'En français',
  locale: 'fr-BE',
  discord: ['fr'],
  clock: (hour, minute) => `${hour} h${minute === 0 ? '' : ` ${String(minute).padStart(2, '0')}`}`,
  midnight: 'minuit',
  texts: fr,
  simple,
  reading,
}
