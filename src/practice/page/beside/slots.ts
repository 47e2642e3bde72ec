import './beside.css'
import '../lessons/lessons.css'
import { AgreementsDrawer } from '../agreements/agreements-drawer.tsx'
import { texts as agreements } from '../agreements/texts.ts'
import { ClockDrawer } from '../clock/clock-drawer.tsx'
import { ClockLine } from '../clock/clock-line.tsx'
import { texts as clock } from '../clock/texts.ts'
import { BookIcon, ClockIcon, EyeIcon, FileIcon } from '../icons.tsx'
import { LESSONS, LessonLine } from '../lessons/lesson-line.tsx'
import { LessonsDrawer } from '../lessons/lessons-drawer.tsx'
import { texts as lessons } from '../lessons/texts.ts'
import type { Drawer } from '../slots.ts'
import type { Store } from '../store.ts'
import { texts as wall } from '../wall/texts.ts'
import { WallDrawer } from '../wall/wall-drawer.tsx'
import { WallOpener } from '../wall/wall-opener.tsx'

/** What stands beside the house itself and would not be there on Discord: each is closed until somebody opens it. */
const drawers: readonly Drawer[] = [
  {
    id: LESSONS,
    label: lessons.title,
    icon: BookIcon,
    view: LessonsDrawer,
    shown: (store: Store) => store.lessons.value.cards.length > 0,
    badge: (store: Store) => (store.lessons.value.now?.phase === 'waiting' ? '!' : undefined),
  },
  { id: 'wall', label: wall.title, icon: EyeIcon, view: WallDrawer },
  {
    id: 'clock',
    label: clock.title,
    icon: ClockIcon,
    view: ClockDrawer,
    shown: (store: Store) => store.clock.value !== undefined,
  },
  {
    id: 'agreements',
    label: agreements.title,
    icon: FileIcon,
    view: AgreementsDrawer,
    shown: (store: Store) => store.agreements.value !== undefined,
    badge: ({ agreements: { value } }: Store) =>
      value?.state === 'changed' || value?.state === 'broken' ? '!' : undefined,
  },
]

export const beside = { drawers, layers: [WallOpener], bar: [LessonLine, ClockLine] } as const
