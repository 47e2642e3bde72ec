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
import { refer } from './refer.ts'
import { report } from './report.ts'
import { talk } from './talk.ts'
import { trouble } from './trouble.ts'

/** What people read, in plain French. Keys and placeholders follow nl; lines are the ones that speak French (domain §1.2). */
export const fr = {
  ...general,
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
  ...trouble,
}
