import {
  FloatType,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { LightMixer } from '../room/light-mixer.ts'
import { loadRoomFile } from '../room/room-file.ts'

const asItIs = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const

/** So many texels a side of the light map are looked at. */
const side = 32

/** Gives a function that mixes a room's layers by `weights` and tells the light map at even distances, rgb in lux. */
export async function probeMix(
  url: string,
  canvas: HTMLCanvasElement,
): Promise<(weights: readonly Rgb[]) => number[]> {
  const { room, light } = await loadRoomFile(url)
  const renderer = new WebGLRenderer({ canvas })
  const mixer = new LightMixer(light, room.size, room.layers.length)
  const target = new WebGLRenderTarget(side, side, { type: FloatType, depthBuffer: false })
  const scene = new Scene()
  const material = new ShaderMaterial({
    uniforms: { map: { value: mixer.texture } },
    vertexShader: 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }',
    fragmentShader: `
      uniform sampler2D map;
      void main() { gl_FragColor = texelFetch(map, ivec2(gl_FragCoord.xy) * ${Math.floor(room.size / side)}, 0); }`,
  })
  scene.add(new Mesh(new PlaneGeometry(2, 2), material))
  return (weights) => {
    mixer.mix(renderer, weights, asItIs)
    renderer.setRenderTarget(target)
    renderer.render(scene, new OrthographicCamera())
    const rgba = new Float32Array(side * side * 4)
    renderer.readRenderTargetPixels(target, 0, 0, side, side, rgba)
    renderer.setRenderTarget(null)
    return Array.from(rgba).filter((_, i) => i % 4 !== 3)
  }
}
