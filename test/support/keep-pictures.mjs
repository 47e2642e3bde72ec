// Takes the pictures that the last test run made into the documentation. A test run makes them each time, but does not
// change the repository by itself.
import { cpSync } from 'node:fs'

cpSync('dist/pictures', 'docs/pictures', { recursive: true })
