import { STOREYS, UPWARDS } from './plan.ts'
import type { Arrow, Rooms } from './rooms.ts'

const FLOOR: ReadonlyMap<string, number> = new Map(
  STOREYS.flatMap(({ rooms }, floor) => Object.keys(rooms).map((room) => [room, floor] as const)),
)

const goesUp = ({ from, to, isTypeOnly }: Arrow): boolean =>
  !isTypeOnly && (FLOOR.get(to) ?? 0) < (FLOOR.get(from) ?? 0)

/** Everything in which the house is not as it was drawn, as sentences that say what to do. */
export function whatIsWrong({ rooms, arrows }: Rooms): readonly string[] {
  const there = new Set(rooms)
  const up = arrows.filter(goesUp).map(({ from, to }) => `${from} ${to}`)
  return [
    ...rooms
      .filter((room) => !FLOOR.has(room))
      .map((room) => `${room}/ has no place yet: give it a storey and a line in .tools/drawing/plan.ts.`),
    ...[...FLOOR.keys()]
      .filter((room) => !there.has(room))
      .map((room) => `${room}/ is gone: take it out of .tools/drawing/plan.ts.`),
    ...up
      .filter((arrow) => !Object.hasOwn(UPWARDS, arrow))
      .map(
        (arrow) =>
          `${arrow.replace(' ', '/ uses ')}/, which lies above it: turn it round, or say why in UPWARDS.`,
      ),
    ...Object.keys(UPWARDS)
      .filter((arrow) => !up.includes(arrow))
      .map((arrow) => `${arrow} is no arrow any more: take it out of UPWARDS.`),
  ]
}

/** The storeys with their rooms, and an arrow from each storey to what it uses. */
function drawing({ arrows }: Rooms): readonly string[] {
  const between = new Set(
    arrows
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ from, to }) => [FLOOR.get(from) ?? 0, FLOOR.get(to) ?? 0] as const)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `  ${STOREYS[from]?.id} ${to > from ? '-->' : '-.->'} ${STOREYS[to]?.id}`),
  )
  const boxes = STOREYS.flatMap(({ id, title, rooms }) => [
    `  subgraph ${id}["${title}"]`,
    '    direction LR',
    ...Object.keys(rooms).map((room) => `    ${id}_${room}["${room}"]`),
    '  end',
  ])
  return ['```mermaid', 'flowchart TB', ...boxes, ...[...between].toSorted(), '```']
}

const row = (room: string, what: string, arrows: readonly Arrow[]): string => {
  const of = (isTypeOnly: boolean): string =>
    arrows
      .filter((arrow) => arrow.from === room && arrow.isTypeOnly === isTypeOnly)
      .map((arrow) => (goesUp(arrow) ? `${arrow.to} ↑` : arrow.to))
      .join(', ')
  return `| ${room} | ${what} | ${of(false)} | ${of(true)} |`
}

/** The part of docs/architecture.md that is made from the imports. */
export function drawn(house: Rooms): string {
  return [
    ...drawing(house),
    '',
    '| room | what | uses | knows only the types of |',
    '| --- | --- | --- | --- |',
    ...STOREYS.flatMap(({ rooms }) =>
      Object.entries(rooms).map(([room, what]) => row(room, what, house.arrows)),
    ),
    '',
    'Arrows that go up (↑), and why they may:',
    '',
    ...Object.entries(UPWARDS).map(([arrow, why]) => `- ${arrow.replace(' ', ' → ')}: ${why}.`),
  ].join('\n')
}

const BEGIN = '<!-- drawn by `npm run drawing`: begin -->'
const END = '<!-- drawn by `npm run drawing`: end -->'

/** The page with the drawing in its place. */
export function withDrawing(page: string, part: string): string {
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from === -1 || to === -1)
    throw new Error(`docs/architecture.md must hold both lines: ${BEGIN} and ${END}`)
  return `${page.slice(0, from + BEGIN.length)}\n\n${part}\n\n${page.slice(to)}`
}
