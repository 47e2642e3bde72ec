import type { ModalHandle } from '../people/reply.ts'
import type { FormView } from './protocol.ts'

/** A form that is open is filled in within the fifteen minutes of its token; more than this nobody has open. */
const MOST = 20

/** The forms that the bot opened in one window. Only that window can hand them in. */
export interface Forms {
  keep(form: ModalHandle): FormView
  get(handle: string): ModalHandle | undefined
  drop(handle: string): void
}

/** @param newId - what nobody can guess */
export function createForms(newId: () => string): Forms {
  const open = new Map<string, ModalHandle>()
  return {
    keep(form) {
      const [oldest] = open.keys()
      if (open.size >= MOST && oldest !== undefined) open.delete(oldest)
      const handle = newId()
      open.set(handle, form)
      return { form: handle, data: form.data }
    },
    get: (handle) => open.get(handle),
    drop: (handle) => void open.delete(handle),
  }
}
