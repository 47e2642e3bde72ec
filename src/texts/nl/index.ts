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

/**
 * What people read, in the Dutch of Flanders, B1 (domain §5.1). The files of this folder decide which keys exist; en and fr
 * follow it. Rules that are kept here: "ik" is the bot, "we" are the people; the bot is never a helper; nobody is
 * always there; Discord is never private.
 *
 * The end of a key says where the text stands, and so how long it may be (limits.ts): `.description` a command,
 * `.button.…` a button, `.placeholder` an empty field, `.label` and `.title` a form, `.option` and `.why` a choice.
 */
export const nl = {
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
} as const

export const language: LanguageFolder = {
  button: 'In het Nederlands',
  locale: 'nl-BE',
  discord: ['nl'],
  clock: (hour, minute) => `${hour}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`} uur`,
  midnight: 'middernacht',
  unit: 'uur',
  texts: nl,
  simple,
  reading,
}
