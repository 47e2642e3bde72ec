import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * What its package unpacks: the browser, fonts of its own, and the libraries that a bare machine lacks. The package
 * unpacks to the folder for temporary files and does the libraries for one provider's machines only; so it is asked, in
 * a process of its own, as if it stood on one and in a folder of ours.
 */
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/** The browser's package has letters only: without this one, what people say with an emoji is blank in a picture. */
const EMOJI = '@expo-google-fonts/noto-color-emoji'

// Its folder is found from that of the configuration, `node_modules/.cache/browser-…/fonts`.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir prefix="relative">fonts</dir><dir prefix="relative">../../../${EMOJI}</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

async function versionOf(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(fromRoot(`node_modules/${name}/package.json`), 'utf8')) as {
    readonly version: string
  }
  return version
}

async function unpacked(): Promise<string> {
  const versions = await Promise.all(['@sparticuz/chromium', EMOJI].map(versionOf))
  const folder = fromRoot(`node_modules/.cache/browser-${versions.join('-')}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  // Beside it and then moved: another worker that looks meanwhile sees all of it or nothing.
  const beside = `${folder}-${process.pid}`
  await mkdir(beside, { recursive: true })
  try {
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      ...process.env,
      TMPDIR: beside,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    })
    // Its own list of fonts names folders of that provider's machines.
    await writeFile(join(beside, 'fonts', 'fonts.conf'), FONTS)
    await rename(beside, folder).catch((error: unknown) => {
      if (!existsSync(join(folder, 'chromium'))) throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
  return folder
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd: fromRoot('.'), stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The browser could not be unpacked: exit code ${code}.`)),
    )
  })
}

let started: Promise<Browser> | undefined

/**
 * The browser of this worker: started by the first test that asks, and ended with the worker. It is the one that the
 * npm package carries, so that a test run needs nothing but `npm ci`, and its own fonts, so that pictures are the same
 * on every machine. The package is for Linux; elsewhere `TEST_BROWSER` names a Chromium that is there.
 */
export function theBrowser(): Promise<Browser> {
  started ??= start(process.env['TEST_BROWSER'])
  return started
}

async function start(own: string | undefined): Promise<Browser> {
  const args = ['--no-zygote', '--font-render-hinting=none', '--disable-gpu']
  if (own !== undefined) return chromium.launch({ executablePath: own, args })
  const folder = await unpacked()
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean)
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: libraries.join(':'),
    },
  })
}
