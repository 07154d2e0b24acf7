import {
  type BufferGeometry,
  CanvasTexture,
  DoubleSide,
  Matrix3,
  MirroredRepeatWrapping,
  ShaderMaterial,
  SRGBColorSpace,
  Vector3,
} from 'three'

const vertexShader = /* glsl */ `
  varying vec2 vAt;
  void main() {
    vAt = uv;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }`
const fragmentShader = /* glsl */ `
  uniform sampler2D day;
  uniform sampler2D night;
  uniform float dayNits;
  uniform vec3 high;
  uniform vec3 low;
  uniform float nightNits;
  uniform float nightfall;
  uniform mat3 whiteBalance;
  varying vec2 vAt;
  void main() {
    // What stands against the sky by day is a silhouette by night.
    vec3 land = pow(texture2D(day, vAt).rgb, vec3(1.0 + 1.5 * nightfall));
    vec3 seen = land * mix(low, high, smoothstep(0.3, 0.95, vAt.y)) * dayNits + texture2D(night, vAt).rgb * nightNits;
    gl_FragColor = vec4(max(vec3(0.0), whiteBalance * seen), 1.0);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
  }`

/** What changes in the view: luminance of day and night in cd/m2, and the sky's colours, linear Rec. 709. */
export interface ViewUniforms {
  readonly day: { value: CanvasTexture }
  readonly night: { value: CanvasTexture }
  readonly dayNits: { value: number }
  readonly nightNits: { value: number }
  /** How dark what stands out there has become against the sky, 0..1. */
  readonly nightfall: { value: number }
  readonly high: { value: Vector3 }
  readonly low: { value: Vector3 }
  readonly whiteBalance: { value: Matrix3 }
}

/** What is seen through the window: one picture for the day, one for the night, and all mixtures of them. */
export function windowView(): { material: ShaderMaterial; uniforms: ViewUniforms } {
  const uniforms = {
    day: { value: picture(drawDay) },
    night: { value: picture(drawNight) },
    dayNits: { value: 0 },
    nightNits: { value: 1 },
    nightfall: { value: 0 },
    high: { value: new Vector3(1, 1, 1) },
    low: { value: new Vector3(1, 1, 1) },
    whiteBalance: { value: new Matrix3() },
  }
  return {
    uniforms,
    material: new ShaderMaterial({ side: DoubleSide, uniforms, vertexShader, fragmentShader }),
  }
}

/** How many times as far as it was modelled a view reaches, so that whoever looks out aslant sees no end of it. */
const reach = 7

/** Lets a modelled view go on to all sides: its picture mirrored beside itself, sky above and meadow below. */
export function widen(geometry: BufferGeometry): BufferGeometry {
  geometry.computeBoundingBox()
  const middle = geometry.boundingBox?.getCenter(new Vector3()) ?? new Vector3()
  geometry.translate(-middle.x, -middle.y, -middle.z).scale(reach, reach, reach)
  geometry.translate(middle.x, middle.y, middle.z)
  const uv = geometry.getAttribute('uv')
  for (let i = 0; i < uv.count; i++)
    uv.setXY(i, 0.5 + (uv.getX(i) - 0.5) * reach, 0.5 + (uv.getY(i) - 0.5) * reach)
  return geometry
}

const wide = 768
const high = 512

function picture(draw: (g: CanvasRenderingContext2D) => void): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = wide
  canvas.height = high
  const context = canvas.getContext('2d')
  if (context) draw(context)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.wrapS = MirroredRepeatWrapping
  return texture
}

function drawDay(g: CanvasRenderingContext2D): void {
  fade(g, ['#dfeaf2', '#eef3f3', '#f7f3ea'])
  // Far woods in the haze, nearer trees, a hedge.
  hills(g, 0.56, 0.03, '#c2cfcd', 3)
  hills(g, 0.62, 0.035, '#a3b5a4', 5)
  trees(g, 0.7, '#7f9a78', 21, 34)
  trees(g, 0.82, '#5d7d57', 15, 52)
  g.fillStyle = '#6f8f5f'
  g.fillRect(0, high * 0.86, wide, high * 0.14)
}

function drawNight(g: CanvasRenderingContext2D): void {
  fade(g, ['#0a1226', '#16213a', '#2a3149'])
  hills(g, 0.58, 0.03, '#0d1422', 3)
  trees(g, 0.72, '#080d16', 21, 38)
  // Windows of a few houses far away.
  for (const [x, y] of [
    [0.2, 0.66],
    [0.215, 0.66],
    [0.42, 0.63],
    [0.61, 0.67],
    [0.628, 0.67],
    [0.83, 0.64],
  ] as const) {
    g.fillStyle = '#ffce8a'
    g.fillRect(x * wide, y * high, 5, 7)
  }
  trees(g, 0.86, '#05080d', 13, 54)
  g.fillStyle = '#05080d'
  g.fillRect(0, high * 0.88, wide, high * 0.12)
}

function fade(g: CanvasRenderingContext2D, colours: readonly string[]): void {
  const sky = g.createLinearGradient(0, 0, 0, high * 0.7)
  colours.forEach((colour, i) => {
    sky.addColorStop(i / (colours.length - 1), colour)
  })
  g.fillStyle = sky
  g.fillRect(0, 0, wide, high)
}

function hills(g: CanvasRenderingContext2D, at: number, swing: number, colour: string, waves: number): void {
  g.fillStyle = colour
  g.beginPath()
  g.moveTo(0, high)
  for (let x = 0; x <= wide; x += 4)
    g.lineTo(
      x,
      high *
        (at +
          swing * Math.sin((x / wide) * waves * 2 + waves) +
          swing * 0.4 * Math.sin((x / wide) * waves * 7)),
    )
  g.lineTo(wide, high)
  g.fill()
}

function trees(g: CanvasRenderingContext2D, at: number, colour: string, count: number, radius: number): void {
  g.fillStyle = colour
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.5 + 0.35 * Math.sin(i * 5.1)) / count) * wide
    for (let k = 0; k < 5; k++) {
      g.beginPath()
      g.arc(
        x + Math.sin(i * 3 + k * 2.4) * radius * 0.5,
        high * at - k * radius * 0.22 + Math.cos(i + k) * 5,
        radius * (0.62 - k * 0.06),
        0,
        7,
      )
      g.fill()
    }
    g.fillRect(x - radius * 0.6, high * at, radius * 1.2, high * (1 - at))
  }
}
