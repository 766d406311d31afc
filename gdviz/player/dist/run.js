function o(n,e,r){let t=n.find(({place:i})=>i===e.place);return t?Object.assign(t,e):n.push(e),r(),()=>{let i=n.findIndex(({place:u})=>u===e.place);i>=0&&n.splice(
i,1),r()}}var d=n=>n.filter(({place:e})=>e.isConnected).at(-1);var c="gdviz-run";function a(n,e,r){return o(window.gdvizCarriers??=[],{place:n,run:e,change:r},l)}function l(){let n=d(window.gdvizCarriers??[]);n&&(window.gdvizChange=
n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(c))))}function p({data:n,parentElement:e,setTriggerValue:r}){return a(e,n,r)}export{p as default};
