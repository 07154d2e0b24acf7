import { config } from 'zod'

// The page's policy lets nobody make code of text: schemas are not to try. Comes before all that makes schemas.
config({ jitless: true })
