import "node:module";
import { defineConfig } from "electron-vite";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import vue from "@vitejs/plugin-vue";
// page.config.ts
/** Serves the baked rooms while one develops; built pages get them from their host. */
const bakedRooms = {
	name: "baked-rooms",
	configureServer(server) {
		server.middlewares.use("/rooms", (request, response, next) => {
			const path = (request.url ?? "").split("?")[0] ?? "";
			const file = join(import.meta.dirname, "out", "rooms", path);
			if (path.includes("..") || path.endsWith("/") || !existsSync(file)) return next();
			createReadStream(file).pipe(response);
		});
	}
};
/** Gives the page the token that the service of `npm run dev` expects; a built page gets it from its host. */
function developmentToken(token) {
	return {
		name: "development-token",
		transformIndexHtml: () => [{
			tag: "meta",
			attrs: {
				name: "showroom-token",
				content: token
			},
			injectTo: "head-prepend"
		}]
	};
}
const { SHOWROOM_DEV_TOKEN: token, SHOWROOM_DEV_SERVICE: service } = process.env;
/** The page: built for Electron and browsers alike, and reloaded while one develops (`vite -c page.config.ts`). */
const page = {
	root: join(import.meta.dirname, "renderer"),
	plugins: [
		vue(),
		bakedRooms,
		...token === void 0 ? [] : [developmentToken(token)]
	],
	build: { assetsInlineLimit: 0 },
	server: {
		host: "127.0.0.1",
		...service === void 0 ? {} : { proxy: { "/contract": {
			target: service,
			ws: true,
			changeOrigin: true
		} } }
	}
};
// electron.config.ts
const nodeTarget = "node20.18";
const pageTarget = "chrome130";
const pagePort = 5173;
var electron_config_default = defineConfig({
	main: { build: {
		target: nodeTarget,
		outDir: "out/main",
		rolldownOptions: {
			input: {
				main: "src/main/main.ts",
				service: "src/service/utility-process.ts",
				"virtual-dongle": "src/virtual/main.ts"
			},
			output: {
				format: "es",
				entryFileNames: "[name].js",
				chunkFileNames: "chunks/[name]-[hash].js"
			}
		}
	} },
	preload: { build: {
		target: nodeTarget,
		outDir: "out/preload",
		externalizeDeps: false,
		rolldownOptions: {
			input: { preload: "src/preload/preload.ts" },
			output: {
				format: "cjs",
				entryFileNames: "[name].cjs"
			}
		}
	} },
	renderer: {
		...page,
		server: {
			...page.server,
			port: pagePort,
			strictPort: true,
			hmr: {
				protocol: "ws",
				host: "127.0.0.1",
				clientPort: pagePort
			}
		},
		build: {
			...page.build,
			target: pageTarget,
			outDir: "out/renderer",
			minify: true,
			rolldownOptions: { input: "renderer/index.html" }
		}
	}
});
export { electron_config_default as default };

//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiZWxlY3Ryb24uY29uZmlnLmpzIiwibmFtZXMiOltdLCJzb3VyY2VzIjpbIi93b3JrL3d0L3N0YWZmL3BhZ2UuY29uZmlnLnRzIiwiL3dvcmsvd3Qvc3RhZmYvZWxlY3Ryb24uY29uZmlnLnRzIl0sInNvdXJjZXNDb250ZW50IjpbImltcG9ydCB7IGNyZWF0ZVJlYWRTdHJlYW0sIGV4aXN0c1N5bmMgfSBmcm9tICdub2RlOmZzJ1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB2dWUgZnJvbSAnQHZpdGVqcy9wbHVnaW4tdnVlJ1xuaW1wb3J0IHR5cGUgeyBQbHVnaW4sIFVzZXJDb25maWcgfSBmcm9tICd2aXRlJ1xuXG4vKiogU2VydmVzIHRoZSBiYWtlZCByb29tcyB3aGlsZSBvbmUgZGV2ZWxvcHM7IGJ1aWx0IHBhZ2VzIGdldCB0aGVtIGZyb20gdGhlaXIgaG9zdC4gKi9cbmNvbnN0IGJha2VkUm9vbXM6IFBsdWdpbiA9IHtcbiAgbmFtZTogJ2Jha2VkLXJvb21zJyxcbiAgY29uZmlndXJlU2VydmVyKHNlcnZlcikge1xuICAgIHNlcnZlci5taWRkbGV3YXJlcy51c2UoJy9yb29tcycsIChyZXF1ZXN0LCByZXNwb25zZSwgbmV4dCkgPT4ge1xuICAgICAgY29uc3QgcGF0aCA9IChyZXF1ZXN0LnVybCA/PyAnJykuc3BsaXQoJz8nKVswXSA/PyAnJ1xuICAgICAgY29uc3QgZmlsZSA9IGpvaW4oaW1wb3J0Lm1ldGEuZGlybmFtZSwgJ291dCcsICdyb29tcycsIHBhdGgpXG4gICAgICBpZiAocGF0aC5pbmNsdWRlcygnLi4nKSB8fCBwYXRoLmVuZHNXaXRoKCcvJykgfHwgIWV4aXN0c1N5bmMoZmlsZSkpIHJldHVybiBuZXh0KClcbiAgICAgIGNyZWF0ZVJlYWRTdHJlYW0oZmlsZSkucGlwZShyZXNwb25zZSlcbiAgICB9KVxuICB9LFxufVxuXG4vKiogR2l2ZXMgdGhlIHBhZ2UgdGhlIHRva2VuIHRoYXQgdGhlIHNlcnZpY2Ugb2YgYG5wbSBydW4gZGV2YCBleHBlY3RzOyBhIGJ1aWx0IHBhZ2UgZ2V0cyBpdCBmcm9tIGl0cyBob3N0LiAqL1xuZnVuY3Rpb24gZGV2ZWxvcG1lbnRUb2tlbih0b2tlbjogc3RyaW5nKTogUGx1Z2luIHtcbiAgcmV0dXJuIHtcbiAgICBuYW1lOiAnZGV2ZWxvcG1lbnQtdG9rZW4nLFxuICAgIHRyYW5zZm9ybUluZGV4SHRtbDogKCkgPT4gW1xuICAgICAgeyB0YWc6ICdtZXRhJywgYXR0cnM6IHsgbmFtZTogJ3Nob3dyb29tLXRva2VuJywgY29udGVudDogdG9rZW4gfSwgaW5qZWN0VG86ICdoZWFkLXByZXBlbmQnIH0sXG4gICAgXSxcbiAgfVxufVxuXG5jb25zdCB7IFNIT1dST09NX0RFVl9UT0tFTjogdG9rZW4sIFNIT1dST09NX0RFVl9TRVJWSUNFOiBzZXJ2aWNlIH0gPSBwcm9jZXNzLmVudlxuXG4vKiogVGhlIHBhZ2U6IGJ1aWx0IGZvciBFbGVjdHJvbiBhbmQgYnJvd3NlcnMgYWxpa2UsIGFuZCByZWxvYWRlZCB3aGlsZSBvbmUgZGV2ZWxvcHMgKGB2aXRlIC1jIHBhZ2UuY29uZmlnLnRzYCkuICovXG5jb25zdCBwYWdlID0ge1xuICByb290OiBqb2luKGltcG9ydC5tZXRhLmRpcm5hbWUsICdyZW5kZXJlcicpLFxuICBwbHVnaW5zOiBbdnVlKCksIGJha2VkUm9vbXMsIC4uLih0b2tlbiA9PT0gdW5kZWZpbmVkID8gW10gOiBbZGV2ZWxvcG1lbnRUb2tlbih0b2tlbildKV0sXG4gIC8vIFNtYWxsIGZpbGVzIHdvdWxkIGJlY29tZSBgZGF0YTpgIGFkZHJlc3Nlcywgd2hpY2ggdGhlIHBhZ2UncyBvd24gcG9saWN5IGZvcmJpZHMgZm9yIHR5cGVmYWNlcy5cbiAgYnVpbGQ6IHsgYXNzZXRzSW5saW5lTGltaXQ6IDAgfSxcbiAgc2VydmVyOiB7XG4gICAgaG9zdDogJzEyNy4wLjAuMScsXG4gICAgLi4uKHNlcnZpY2UgPT09IHVuZGVmaW5lZFxuICAgICAgPyB7fVxuICAgICAgOiB7IHByb3h5OiB7ICcvY29udHJhY3QnOiB7IHRhcmdldDogc2VydmljZSwgd3M6IHRydWUsIGNoYW5nZU9yaWdpbjogdHJ1ZSB9IH0gfSksXG4gIH0sXG59IHNhdGlzZmllcyBVc2VyQ29uZmlnXG5cbmV4cG9ydCBkZWZhdWx0IHBhZ2VcbiIsImltcG9ydCB7IGRlZmluZUNvbmZpZyB9IGZyb20gJ2VsZWN0cm9uLXZpdGUnXG5pbXBvcnQgcGFnZSBmcm9tICcuL3BhZ2UuY29uZmlnLnRzJ1xuXG4vLyBSZWFkIGJ5IGVsZWN0cm9uLXZpdGUgKGAtYyBlbGVjdHJvbi5jb25maWcudHNgKS4gVGFyZ2V0cyBhcmUgdGhvc2Ugb2YgRWxlY3Ryb24gMzMsIHRoZSBvbGRlc3Qgd2UgcnVuIG9uOlxuLy8gd2l0aG91dCB0aGVtIGVsZWN0cm9uLXZpdGUgY29tcGlsZXMgZm9yIHRoZSBFbGVjdHJvbiB0aGF0IGlzIGluc3RhbGxlZC5cbmNvbnN0IG5vZGVUYXJnZXQgPSAnbm9kZTIwLjE4J1xuY29uc3QgcGFnZVRhcmdldCA9ICdjaHJvbWUxMzAnXG5jb25zdCBwYWdlUG9ydCA9IDUxNzNcblxuZXhwb3J0IGRlZmF1bHQgZGVmaW5lQ29uZmlnKHtcbiAgbWFpbjoge1xuICAgIGJ1aWxkOiB7XG4gICAgICB0YXJnZXQ6IG5vZGVUYXJnZXQsXG4gICAgICBvdXREaXI6ICdvdXQvbWFpbicsXG4gICAgICByb2xsZG93bk9wdGlvbnM6IHtcbiAgICAgICAgaW5wdXQ6IHtcbiAgICAgICAgICBtYWluOiAnc3JjL21haW4vbWFpbi50cycsXG4gICAgICAgICAgc2VydmljZTogJ3NyYy9zZXJ2aWNlL3V0aWxpdHktcHJvY2Vzcy50cycsXG4gICAgICAgICAgJ3ZpcnR1YWwtZG9uZ2xlJzogJ3NyYy92aXJ0dWFsL21haW4udHMnLFxuICAgICAgICB9LFxuICAgICAgICBvdXRwdXQ6IHsgZm9ybWF0OiAnZXMnLCBlbnRyeUZpbGVOYW1lczogJ1tuYW1lXS5qcycsIGNodW5rRmlsZU5hbWVzOiAnY2h1bmtzL1tuYW1lXS1baGFzaF0uanMnIH0sXG4gICAgICB9LFxuICAgIH0sXG4gIH0sXG4gIHByZWxvYWQ6IHtcbiAgICBidWlsZDoge1xuICAgICAgdGFyZ2V0OiBub2RlVGFyZ2V0LFxuICAgICAgb3V0RGlyOiAnb3V0L3ByZWxvYWQnLFxuICAgICAgLy8gQSBzYW5kYm94ZWQgcHJlbG9hZCBtdXN0IGJlIG9uZSBDb21tb25KUyBmaWxlLlxuICAgICAgZXh0ZXJuYWxpemVEZXBzOiBmYWxzZSxcbiAgICAgIHJvbGxkb3duT3B0aW9uczoge1xuICAgICAgICBpbnB1dDogeyBwcmVsb2FkOiAnc3JjL3ByZWxvYWQvcHJlbG9hZC50cycgfSxcbiAgICAgICAgb3V0cHV0OiB7IGZvcm1hdDogJ2NqcycsIGVudHJ5RmlsZU5hbWVzOiAnW25hbWVdLmNqcycgfSxcbiAgICAgIH0sXG4gICAgfSxcbiAgfSxcbiAgcmVuZGVyZXI6IHtcbiAgICAuLi5wYWdlLFxuICAgIC8vIFRoZSBwYWdlIGtlZXBzIGl0cyBvd24gc2NoZW1lIHdoaWxlIG9uZSBkZXZlbG9wcywgc28gdGhlIHNvY2tldCB0aGF0IHJlbG9hZHMgaXQgbXVzdCBiZSB0b2xkIGl0cyBhZGRyZXNzLlxuICAgIHNlcnZlcjoge1xuICAgICAgLi4ucGFnZS5zZXJ2ZXIsXG4gICAgICBwb3J0OiBwYWdlUG9ydCxcbiAgICAgIHN0cmljdFBvcnQ6IHRydWUsXG4gICAgICBobXI6IHsgcHJvdG9jb2w6ICd3cycsIGhvc3Q6ICcxMjcuMC4wLjEnLCBjbGllbnRQb3J0OiBwYWdlUG9ydCB9LFxuICAgIH0sXG4gICAgYnVpbGQ6IHtcbiAgICAgIC4uLnBhZ2UuYnVpbGQsXG4gICAgICB0YXJnZXQ6IHBhZ2VUYXJnZXQsXG4gICAgICBvdXREaXI6ICdvdXQvcmVuZGVyZXInLFxuICAgICAgbWluaWZ5OiB0cnVlLFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7IGlucHV0OiAncmVuZGVyZXIvaW5kZXguaHRtbCcgfSxcbiAgICB9LFxuICB9LFxufSlcbiJdLCJtYXBwaW5ncyI6Ijs7Ozs7OztBQU1BLE1BQU0sYUFBcUI7Q0FDekIsTUFBTTtDQUNOLGdCQUFnQixRQUFRO0VBQ3RCLE9BQU8sWUFBWSxJQUFJLFdBQVcsU0FBUyxVQUFVLFNBQVM7R0FDNUQsTUFBTSxRQUFRLFFBQVEsT0FBTyxHQUFBLENBQUksTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNO0dBQ2xELE1BQU0sT0FBTyxLQUFLLFlBQVksU0FBUyxPQUFPLFNBQVMsSUFBSTtHQUMzRCxJQUFJLEtBQUssU0FBUyxJQUFJLEtBQUssS0FBSyxTQUFTLEdBQUcsS0FBSyxDQUFDLFdBQVcsSUFBSSxHQUFHLE9BQU8sS0FBSztHQUNoRixpQkFBaUIsSUFBSSxDQUFDLENBQUMsS0FBSyxRQUFRO0VBQ3RDLENBQUM7Q0FDSDtBQUNGOztBQUdBLFNBQVMsaUJBQWlCLE9BQXVCO0NBQy9DLE9BQU87RUFDTCxNQUFNO0VBQ04sMEJBQTBCLENBQ3hCO0dBQUUsS0FBSztHQUFRLE9BQU87SUFBRSxNQUFNO0lBQWtCLFNBQVM7R0FBTTtHQUFHLFVBQVU7RUFBZSxDQUM3RjtDQUNGO0FBQ0Y7QUFFQSxNQUFNLEVBQUUsb0JBQW9CLE9BQU8sc0JBQXNCLFlBQVksUUFBUTs7QUFHN0UsTUFBTSxPQUFPO0NBQ1gsTUFBTSxLQUFLLFlBQVksU0FBUyxVQUFVO0NBQzFDLFNBQVM7RUFBQyxJQUFJO0VBQUc7RUFBWSxHQUFJLFVBQVUsS0FBQSxJQUFZLENBQUMsSUFBSSxDQUFDLGlCQUFpQixLQUFLLENBQUM7Q0FBRTtDQUV0RixPQUFPLEVBQUUsbUJBQW1CLEVBQUU7Q0FDOUIsUUFBUTtFQUNOLE1BQU07RUFDTixHQUFJLFlBQVksS0FBQSxJQUNaLENBQUMsSUFDRCxFQUFFLE9BQU8sRUFBRSxhQUFhO0dBQUUsUUFBUTtHQUFTLElBQUk7R0FBTSxjQUFjO0VBQUssRUFBRSxFQUFFO0NBQ2xGO0FBQ0Y7O0FDckNBLE1BQU0sYUFBYTtBQUNuQixNQUFNLGFBQWE7QUFDbkIsTUFBTSxXQUFXO0FBRWpCLElBQUEsMEJBQWUsYUFBYTtDQUMxQixNQUFNLEVBQ0osT0FBTztFQUNMLFFBQVE7RUFDUixRQUFRO0VBQ1IsaUJBQWlCO0dBQ2YsT0FBTztJQUNMLE1BQU07SUFDTixTQUFTO0lBQ1Qsa0JBQWtCO0dBQ3BCO0dBQ0EsUUFBUTtJQUFFLFFBQVE7SUFBTSxnQkFBZ0I7SUFBYSxnQkFBZ0I7R0FBMEI7RUFDakc7Q0FDRixFQUNGO0NBQ0EsU0FBUyxFQUNQLE9BQU87RUFDTCxRQUFRO0VBQ1IsUUFBUTtFQUVSLGlCQUFpQjtFQUNqQixpQkFBaUI7R0FDZixPQUFPLEVBQUUsU0FBUyx5QkFBeUI7R0FDM0MsUUFBUTtJQUFFLFFBQVE7SUFBTyxnQkFBZ0I7R0FBYTtFQUN4RDtDQUNGLEVBQ0Y7Q0FDQSxVQUFVO0VBQ1IsR0FBRztFQUVILFFBQVE7R0FDTixHQUFHLEtBQUs7R0FDUixNQUFNO0dBQ04sWUFBWTtHQUNaLEtBQUs7SUFBRSxVQUFVO0lBQU0sTUFBTTtJQUFhLFlBQVk7R0FBUztFQUNqRTtFQUNBLE9BQU87R0FDTCxHQUFHLEtBQUs7R0FDUixRQUFRO0dBQ1IsUUFBUTtHQUNSLFFBQVE7R0FDUixpQkFBaUIsRUFBRSxPQUFPLHNCQUFzQjtFQUNsRDtDQUNGO0FBQ0YsQ0FBQyJ9