import { refusalIn } from '../refusals.ts'
import type { Wish } from '../protocol.ts'
import type { Ask, Fulfil, Outcome } from './ask.ts'
import { agreements, clock, lesson, look } from './beside.ts'
import { choose, complete, press, run, submit, useOn } from './interact.ts'
import { older, open, pins } from './read.ts'
import { dm, edit, react, remove, say, typing } from './talk.ts'

const wishes: { readonly [What in Wish['do']]: Fulfil<What> } = {
  open,
  older,
  say,
  edit,
  delete: remove,
  react,
  typing,
  pins,
  dm,
  run,
  complete,
  'use-on': useOn,
  press,
  choose,
  submit,
  look,
  clock,
  lesson,
  agreements,
}

/** What is said of a wish that Discord's app would not have offered. */
const otherwise: { readonly [What in Wish['do']]?: string } = {
  run: 'Kijk de opdracht na: er ontbreekt iets, of er past iets niet.',
  complete: 'Daar is niets om uit te kiezen.',
  'use-on': 'Dat kan niet bij dit bericht.',
  press: 'Die knop staat niet (meer) op dit bericht.',
  choose: 'Die keuze staat niet (meer) in de lijst.',
  submit: 'Kijk het formulier na: er ontbreekt iets, of iets is te lang.',
}

/** What became of a wish. A fault here is told to `onBug`, and answered as what did not work. */
export async function fulfil(wish: Wish, ask: Ask, onBug: (error: unknown) => void): Promise<Outcome> {
  try {
    // The table is complete by type; which of it fits is known by `do` alone.
    return await (wishes[wish.do] as Fulfil<Wish['do']>)(wish, ask)
  } catch (error) {
    const refused = refusalIn(error, otherwise[wish.do] ?? 'Dat lukte niet.')
    if (refused !== undefined) return refused
    onBug(error)
    return { ok: false, why: 'Dat lukte niet.' }
  }
}
