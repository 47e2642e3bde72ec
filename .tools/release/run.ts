import { spawn } from 'node:child_process'

/** A program, where it runs, and what it gets beside the environment of this one. */
export interface Run {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs a program and answers what it wrote, byte for byte; what it complains of goes to the terminal.
 *
 * @throws Error when it ends otherwise than well
 */
export function output(program: string, args: readonly string[], { cwd, env = {} }: Run): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(parts))
        : reject(new Error(`${[program, ...args].join(' ')} ended with ${code}.`)),
    )
  })
}

/** As {@link output}, as text. */
export const said = async (program: string, args: readonly string[], run: Run): Promise<string> =>
  (await output(program, args, run)).toString('utf8').trim()

/**
 * Runs a program of which everything is shown.
 *
 * @throws Error when it ends otherwise than well
 */
export function shown(program: string, args: readonly string[], { cwd, env = {} }: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${[program, ...args].join(' ')} ended with ${code}.`)),
    )
  })
}
