import { AdditiveBlending, type Camera, CanvasTexture, Group, Sprite, SpriteMaterial, Vector3 } from 'three'
import type { BakedEmitter } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'

/** A wider source has no halo of its own: the wall it shines on shows it. Metres. */
const widest = 0.4

/** Glare around lit lamps, as an eye adds it: sprites instead of a bloom pass, which would cost a frame. */
export class Halos {
  readonly group = new Group()
  private readonly texture = drawHalo()
  private readonly sprites: { emitter: BakedEmitter; sprite: Sprite }[]

  constructor(emitters: readonly BakedEmitter[]) {
    this.sprites = emitters
      .filter(({ radius }) => radius < widest)
      .map((emitter) => {
        const material = new SpriteMaterial({
          map: this.texture,
          blending: AdditiveBlending,
          depthWrite: false,
          toneMapped: false,
        })
        const sprite = new Sprite(material)
        sprite.scale.setScalar(0.34 + 3.2 * Math.min(0.25, emitter.radius))
        sprite.visible = false
        this.group.add(sprite)
        return { emitter, sprite }
      })
  }

  /** `lightOf` gives a fixture's white-balanced linear light in lumens; `exposure` is the picture's. */
  update(lightOf: (fixture: string) => Rgb, exposure: number): void {
    for (const { emitter, sprite } of this.sprites) {
      const [r, g, b] = lightOf(emitter.fixture)
      const most = Math.max(r, g, b)
      const strength = Math.min(0.5, 0.09 * (most * emitter.share * exposure) ** 0.42)
      sprite.visible = strength > 0.01
      if (sprite.visible)
        sprite.material.color.setRGB((r / most) * strength, (g / most) * strength, (b / most) * strength)
    }
  }

  /** Brings each halo a little towards the viewer, so that its own lamp does not hide it. */
  face(camera: Camera): void {
    const towards = new Vector3()
    for (const { emitter, sprite } of this.sprites) {
      sprite.position.set(...emitter.centre)
      towards.subVectors(camera.position, sprite.position).setLength(emitter.radius + 0.03)
      sprite.position.add(towards)
    }
  }

  dispose(): void {
    this.texture.dispose()
    for (const { sprite } of this.sprites) sprite.material.dispose()
  }
}

function drawHalo(): CanvasTexture {
  const size = 128
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context) {
    const fall = context.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2)
    for (let i = 0; i <= 16; i++) {
      const t = i / 16
      fall.addColorStop(t, `rgba(255,255,255,${((1 - t) ** 2.6).toFixed(3)})`)
    }
    context.fillStyle = fall
    context.fillRect(0, 0, size, size)
  }
  return new CanvasTexture(canvas)
}
