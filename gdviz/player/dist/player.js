var ne=n=>document.querySelector(`[data-gdviz="${n}"]`),J=(n,e)=>[...n.querySelectorAll(e)];function T(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function y(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function oe(n,e){n.setAttribute("aria-label",e),n.title=
e}function pe(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function Je(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var Xe=n=>n.filter(({place:e})=>e.isConnected).at(-1);function kt(n,e){let t=Math.abs(n);if(!lo(t,e))return n.toExponential(e-1);let[o="",r=""]=t.toExponential(100).split("e"),s=/^50*$/.test(o.replace(".","").slice(
e)),i=o.slice(0,e>1?e+1:1),a=Number(i.at(-1))%2===0,l=s&&a?`${i}e${r}`:t.toExponential(e-1);return n<0?`-${l}`:l}var lo=(n,e)=>n.toExponential(e+1).charAt(e>1?e+
1:2)==="5";function S(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=kt(n,e).split("e"),r=Number(o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.
includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${co(r)}`}var co=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),X=n=>S(Number(kt(n,2))),A=n=>{let e=n.map(t=>S(t));return e.
length===1?e.join():`(${e.join(", ")})`};function re(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,
"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var Pt=4/3,uo=.95,E=n=>Math.hypot(...n),M=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),Qe=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),ye=({weights:n,update:e})=>M(n,
e,-1);function Rt(n){let e=E(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function Ze(n,e){let{weights:t,slope:o,update:r}=e,s=ye(e),i=E(M(n,s,-1)),
a=(f,g)=>E(g)>0&&E(M(n,f,-1))<=Rt(g);if(A(n)===A(s)&&i<=.005*E(r)+1e-12*(1+E(s)))return"exact";if(i<=Rt(r))return"right";if(!E(r))return"rests";if(a(t,r))return"\
stayed";let[d,...c]=mo(e).filter(([,f,g])=>a(f,g));if(d&&!c.length)return d[0];let u=M(n,t,-1),h=E(u)/E(r),p=-Qe(u,r)/(E(u)*E(r)),m=h<Pt&&h>1/Pt;return p>uo?m?"\
close":h>1?"too-long":"too-short":m?"wrong-direction":Qe(r,o)>0&&Qe(u,o)>0?"uphill":"astray"}function mo(n){let{weights:e,slope:t,update:o,rate:r}=n,s=ye(n),i=t.
map(c=>r*c),l=E(M(o,i,-1))<=1e-9*E(o)?[["forgot-rate",M(e,t,-1),t],["forgot-both",M(e,t),t],["slope-only",t,t]]:[["forgot-memory",M(e,i,-1),i]],d=e.length>1?e.map(
(c,u)=>e.map((h,p)=>p===u?s[u]??NaN:h)):[];return[...l,["forgot-minus",M(e,o),o],["change-only",o,o],...d.map(c=>["one-only",c,o])]}var fe=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function k(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=ho(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function ho(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
k(n,s,t):r===e?"":r}function x(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function po({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function et({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function yo({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=x(t,s),a=d=>i.reduce((c,u,h)=>c+u*(e[h]?.[d]??0),0),l=n.map(
(d,c)=>Math.min(a(c),o));for(let d of r?.[s]??[])l[d]=null;return{x:n,y:l}}function se({x:n,y:e,rests:t},o){let r=Math.min(t?x(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function G({run:n,scene:e,frame:t,known:o}){let r=x(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),d=a.
text?.map(c=>l?"":k(n,c,r));return et(e,l?[]:po(a,t),d)};return[...e.tracks.map(i),...e.curves.map(a=>yo(a,t)),...(e.fixed?.lines??[]).map(a=>et(e,se(a,t))),...e.
keep.map(()=>({}))]}function O({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function At({scene:n,frame:e}){
let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>se(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,d)=>et(n,a.slice(
d*s,(d+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function Nt({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&!n.pictures}
var fo=.09;function Lt({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:Mt(n,a.x,t),y:Mt(n,a.y,t)})),i=r["yaxis.autorange"]?
go(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var Mt=(n,e,t)=>n.predict?e.slice(
0,t+1):[...e],tt=({scene:n,frame:e})=>n.axes?x(n.axes,e):null;function go(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),Math.
max(...t)],s=fo*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var v=({run:n})=>n.steps.length-1,w=({run:n,frame:e})=>x(n.steps,e),H=n=>n.run.predict?n.known:v(n),$=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<v(n),ie=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function N(n){if($(n)){if(ie(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Ct(n,{weights:e,slopes:t,updates:o,rate:r}){let s=w(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function Q(n){let{predict:e}=n.
run;return e?N(n)==="step"?n.ring??Ct(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var z=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),_=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:H(n)}),bo={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},ge=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...bo,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Ct(o,i.predict),[d,c,u]=[Ze(e,l),ye(l),E(l.update)],h=E(M(e,c,-1)),p=E(M(e,l.weights,-1))/u,m={guess:A(e),truth:A(c),distance:S(h),times:X(Math.max(p,1/p))};
return{...a,outcome:{kind:d,guess:e,numbers:m},tally:{count:s.count+1,right:s.right+Number(fe(d)),distance:s.distance+(u?h/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,H(e)));this.state={...e,frame:o,seen:e.seen||o===v(e)};for(let r of this.#t)
r(this.state,t)}};var Ot=500,be=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,Ot)),this.store.isAddressed?this.#e??=setTimeout(this.#r,Ot):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String(w(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(w(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};function zt(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[vo,xo]=["gdviz-run","gdviz-refused"];var nt=(n,e)=>window.gdvizChange?.(n,e);function Ht(){return window.gdvizRun?new TextDecoder().decode(zt(window.gdvizRun)):null}var $t=n=>Dt(vo,n),_t=n=>Dt(xo,n);function Dt(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var ve=800,jt=400,Vt=ve+jt,ot=3,wo=1e4;function rt(n){let e=v(n)-ot,t=n.frame<ot;return n.speed*(t?1:Math.max(1,e*Vt/(wo-ot*Vt)))}var xe=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
v(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<H(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(ve/rt(t)):await this.stage.slide(ve/rt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
jt/rt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(ve/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[we,It]=["data-test-connection-state","data-test-script-state"],So=3e3,Eo=1e4,To=/^Connection error$/,Se=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[we,It]})}comeBack;#e=y("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&ko(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${we}]`);if(e?.getAttribute(we)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},So);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,Eo),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(It)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${we}]`);e&&(e.inert=!1)}};function ko(n){let e=n.querySelector("[role=dialog] h2");!e||!To.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var Po=["lesson","loss","data","view","stop"],Ee=class{#e="";show(e){let t=Po.map(i=>e.link?.[i]).join(),o=document.querySelector(".st-key-figure"),r=e.chart?o?.
querySelector(`.st-key-panel_${e.chart}`):o?.firstElementChild;if(t===this.#e||!o||!r)return;this.#e=t;let s=r.getBoundingClientRect().left-o.getBoundingClientRect().
left;o.scrollTo({left:e.chart?o.scrollLeft+s:0})}};var st=34,qt=16,Ro=.4,Te=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=x(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?x(u,o):[]);this.#o.forEach(({shape:u,
value:h,slope:p},m)=>{let f=s[m]??0,g=.6+5*Math.abs(f)/t.finest,b=i.length>0&&!i.includes(m);u.style.strokeWidth=String(t.chosen.includes(m)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(m));for(let C of[u,h,p])C.toggleAttribute("data-quiet",b);h.textContent=a?.[m]??"",p.textContent=
l?.[m]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let d=t.labels?x(t.labels,o):[];this.#r.forEach((u,h)=>u.textContent=d[h]??"");let c=t.maps?x(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",c)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=R("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});Lo(
l);let d=R("g",{},l),c=Co(t),u=(i-2*st)/(o.length-1),h=Math.min(28,a/Math.max(...o)/2-1,u/4),p=c.map(f=>f.map(g=>Mo(g,h,!!t.maps,l)));this.#s=t.maps?Ao(c.flat(),
h,l):[],this.#r=c.flat().map(({x:f,y:g})=>{let b=B(f,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,h)}px`,b}),No(t,c,h,a,l);let m=R("g",{class:"g\
dviz-numbers"},l);this.#o=p.slice(1).flatMap((f,g)=>[...Oo(c[g]??[],c[g+1]??[],h,d,m),...f.map((b,C)=>{let{x:I,y:te}=c[g+1]?.[C]??{x:0,y:0},q=te+h+qt-2,[he,ao]=[
B(I,q,"gdviz-value",m),B(I,q+15,"gdviz-edge-slope",m)];return{shape:b,target:b,value:he,slope:ao}})]),this.#o.forEach(({shape:f,target:g},b)=>{R("title",{},g).textContent=
r[b]??"",g.onclick=()=>{this.choose(b)},f.toggleAttribute("data-chosen",s.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function Mo({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return R(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function Ao(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return R("image",l,R("svg",a,t))})}function No(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*qt;for(let{x:l,y:d}of i){let c=n.neurons[s++]??"";a?B(l,
d-t-6,"gdviz-name",r).textContent=c:!n.maps&&!n.labels&&t>15&&(B(l,d+5,"gdviz-name",r).textContent=c)}}}function B(n,e,t,o){return R("text",{x:n,y:e,"text-ancho\
r":"middle",class:t},o)}function Lo(n){let e=R("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",refX:9,
refY:5,markerWidth:14,markerHeight:14},s=R("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);R("path",{d:"M0 0L10 5L0 10z",class:`gdviz-${t}`},
s)}}function R(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.append(
o),o}function Co({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:st+r/(n.length-1)*(e-2*st),y:t/o*(i+.5)})))}function Oo(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=Ho(s,i,t),l=R("line",{...a,class:"gdviz-weight"},o),d=R("line",{...a,class:"gdviz-target"},o),c=e.length>1?Ro:.5,[u,h]=[s.x+
c*(i.x-s.x),s.y+c*(i.y-s.y)];return{shape:l,target:d,...zo(u,h,Math.sign(Math.round(i.y-s.y)),r)}}))}function zo(n,e,t,o){let r=B(n+7*t,e-5,"gdviz-value",o),s=B(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function Ho(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var Gt={"+":(n,e)=>n+e,"-":(n,e)=>n-e,"*":(n,e)=>n*e,"/":(n,e)=>n/e,"^":$o,sqrt:Math.sqrt,exp:Math.exp,log:Math.log,sin:Math.sin,cos:Math.cos,tan:Math.tan,tanh:Math.
tanh,abs:Math.abs,sign:Math.sign,sigmoid:n=>1/(1+Math.exp(-n)),step:n=>n>0?1:0,max:(n,e)=>Math.max(n,e),min:(n,e)=>Math.min(n,e)};function $o(n,e){let t=Math.abs(
e);if(!Number.isInteger(e)||t>16)return n**e;let[o,r]=[1,0];for(let s=0;s<t;s+=1){let i=o*n;r=r*n+_o(o,n,i),o=i+r,r-=o-i}return Number.isFinite(o+r)?e<0?1/o:o:e<
0?1/n**t:n**t}function _o(n,e,t){let[[o,r],[s,i]]=[Bt(n),Bt(e)];return r*i-(t-o*s-r*s-o*i)}function Bt(n){let e=134217729*n,t=e-(e-n);return[t,n-t]}var Do=new Set(
["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function W(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;let[o,r,s]=n,i=Object.
hasOwn(Gt,o)?Gt[o]:void 0;if(!i)return NaN;let a=W(r,e,t),l=s===void 0,d=o==="-"&&l?-a:i(a,l?NaN:W(s,e,t));return t&&Do.has(o)&&!Vo(d)?d*(1+t):d}var Vo=n=>Math.fround(n)===n;var Ft=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN])),Kt=(n,e)=>W(n.value,Ft(n,e));function Wt(n,e,t=0){let o=Ft(n,e);return{weights:e,loss:W(
n.value,o,t),slopes:n.slopes.map(r=>W(r,o,t))}}var ae=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){
return this.#e+=1,this.memories=this.memories.map((t,o)=>jo(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function it(n,e,t,o,r){
let s=new ae(e,o,t.length);return at(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((d,c)=>d-(l[c]??NaN))})}function at(n,e,t,o){let r=[Wt(n,e)];
for(;r.length<=t;){let s=r.at(-1),i=s&&Wt(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function jo({lines:n,constants:e},t,o,r,s){
let i={...e,η:t,g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=W(l,i);return i}var Yt="http://www.w3.org/2000/svg";var Z=class{#e=document.createElementNS(Yt,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[d,c]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,d-a,c-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${d-a}px`,height:`${c-l}px`})}clear(){this.#e.remove()}};function F(n,{weights:e,loss:t}){let[
o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[Ut(s),Ut(i)]}var Ut=n=>Math.max(-1e5,Math.min(n,1e5));function ke(n,e,t=""){let o=e.map(i=>F(n,
i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>D("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[D("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function D(n,e,t){let o=document.createElementNS(Yt,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var le=(n,e=[],t=[])=>D("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var Io=60,Jt=3,qo=.05,Go=600,ce=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function Bo(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,d)=>l!==s[d]);return{"f\
orgot-rate":(l,d)=>ce(l,d),"forgot-minus":(l,d,c)=>ce(l,c,-1),"forgot-both":(l,d)=>ce(l,d,-1),"forgot-memory":(l,d)=>ce(l,d,t),"slope-only":(l,d)=>[...d],"chang\
e-only":(l,d,c)=>[...c],"one-only":(l,d,c)=>ce(l,c.map((u,h)=>i[h]?u:0))}[n]??null}function Xt(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=Bo(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let d=new ae(l,t.rate,r.letters.length);for(let u of i.slice(0,o))d.update(u);let c=n==="one-only"?1:Math.min(r.steps-o,Io);return at(r,s[o]??
[],c,u=>a(u.weights,u.slopes,d.update(u.slopes)))}function Qt(n,{weights:e,spans:t},o){return n.slice(1,Jt+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.
some((l,d)=>!(Math.abs(l-(a[d]??NaN))<=qo*(t[d]??NaN)))})}var Zt=n=>n.slice(0,Jt+1).map(({weights:e})=>A(e)).join(" → ");function en(n){let{run:e,outcome:t,known:o}=n;
if(!e.predict||!t?.guess||!t.kind)return[];let r=Xt(t.kind,t.guess,e.predict,o-1);return Qt(r,e.predict,o-1)?r:[]}var Pe=class{#e=new Z;#t;play(e,t,o){this.clear();
let r=o?t.length:2,s=()=>{let i=t.slice(0,r),[a,l]=F(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...ke(e,i),D("circle","gdviz-mistake",{cx:a,cy:l,
r:9})]),r>=t.length&&clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,Go))}clear(){clearInterval(this.#t),this.#e.clear()}};var Me=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=N(e),d=document.
documentElement;d.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(d.lang=t.link.lang),d.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let c=t.predict?.texts.name??"",u=[t.run,c,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",c),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(Q(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#o(e){let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&re(o.value)!==s&&(o.value=S(s))})}#r(e,t,o){
if(o==="outcome")return[...Wo(e,t),...this.#s(e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([c,u])=>Re(u,()=>{this.
answers.sayRegime(c)})),d=Re(r.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[ee(K(r,"regime",{rule:i})),y("div",{},...l??[],...s?[d]:[])]}#s(e,{
texts:t}){let o=en(e);if(!o.length)return[];let r=y("p",{role:"status"});return[Re(t.mistake,()=>{r.textContent=K(t,"mistaken",{way:Zt(o)}),this.answers.playMistake(
o)}),r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,a=Q(e)??[];this.#n=a,this.#t=r.map((p,m)=>y("input",{type:"text",autocomplete:"off",ariaLabel:p,value:S(a[m]??
NaN)}));let l=()=>this.#t.map(p=>re(p.value));for(let[p,m]of this.#t.entries())m.oninput=()=>{let f=re(m.value);Number.isFinite(f)&&this.answers.moveRing((this.#n??
[]).map((g,b)=>b===p?f:g))};let d=K(o,r.length===1?"ask":"ask_many",{rule:i,letter:r[0]??""}),c=y("p",{className:"gdviz-bad",role:"alert"}),u=Re(o.skip,()=>{this.
answers.sayStep(null)},"gdviz-quiet"),h=y("form",{noValidate:!0},...d?[ee(d)]:[],...r.map((p,m)=>y("label",{},`${p} = `,this.#t[m]??"")),y("button",{type:"submi\
t",textContent:o.guess??""}),...s?[u]:[],c);return h.onsubmit=p=>{p.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):c.textContent=o["not-a\
-number"]??""},h}};function Wo(n,{texts:e,regime:t}){let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:d,right:c,distance:u}=r,
h=100*u/Math.max(d,1),p={count:String(d),right:String(c),distance:h<1e3?`${X(h)} %`:`${X(h/100)} ×`},m=fe(i)?"gdviz-good":"gdviz-bad";return[...a?[ee(K(e,i==="\
exact"?"hit":"result",l),m)]:[],...i?[ee(K(e,i,{told:t?.told??"",...l}),m)]:[],...d?[ee(K(e,"tally",p),"gdviz-quiet")]:[],...s<v(n)?[ee(K(e,"next"),"gdviz-quiet")]:
[]]}var K=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(o,r)=>t[r]??o),ee=(n,e="")=>y("p",{textContent:n,className:e}),Re=(n,e,t="")=>y("button",{type:"button",textContent:n??
"",onclick:e,className:t});var tn=240;function Ne(n){let e=10**Math.floor(Math.log10(n/tn));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/tn)??10*e}var nn=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=Ne(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),lt=(n,[e,t])=>Math.max(e,Math.min(n,t)),Fo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},Ae=class{constructor(e){this.move=e}move;#e=y("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=Q(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=lt(r[0]??NaN,s),l=lt(r[1]??t.
heightAt(a),i),[d,c]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${d}px`,top:`${c}px`}),this.#e.toggleAttribute("data-still",N(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${A(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=Fo[e],r=this.#o,s=r&&N(r)==="step"?Q(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(d,c)=>d+a*(o[c]??0)*Ne(i[c]??1));return this.move(nn(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:d})=>{let c=this.#o?.run.predict?.spans;if(!e||!c||d!==r)return;let u=e.
ranges(),h=e.placeAt(a,l).map((p,m)=>lt(p,u[m===0?0:1]));this.move(nn(h,c))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||N(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var Ko=300,Uo=400,on=4,Yo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},Ce=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#h,t),o.addEventListener("pointermove",this.#d,t),o.addEventListener("pointerup",this.#l,t),o.addEventListener("\
pointercancel",this.#m,t),o.addEventListener("keydown",this.#f,t)}choose;#e=y("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=y("div",{className:"\
gdviz-told"});#n=new Z;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#u;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?Jo(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#c(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#y(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#p((this.#i??t.start).map((o,r)=>o+e*Le(t,r))),this.#i&&S(this.#i[0]??NaN))}release(){this.#l()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#u),this.#o.abort(),this.clear(),this.#e.remove()}#h=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#d(e))};#d=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#p(this.#r.placeAt(e,t))};#l=()=>{this.#i&&
this.#g(this.#i)};#m=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#f=e=>{let t=Yo[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#p((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*Le(o,i))),clearTimeout(this.#u),this.#u=
setTimeout(this.#l,Uo)};#p(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/Le(t,a))*Le(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#y(t,o,null);let r=Kt(t,o);this.#c(this.#r,o.length===1?[...o,r]:o)}#g(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#m():this.choose(e)}#c(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=S(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#y(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,Ko),i=e.rules.map(c=>it(e,c,t,o??c.constants.η??NaN,s)),a=i.flatMap((c,u)=>ke(r,c,e.rules[u]?.
color)),[l,d]=i[0]??[];l&&a.push(...this.#b(r,e,l,e.rules.length===1?d:void 0)),this.#t.textContent=l?Xo(e,l,e.rules.length===1?d:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#b(e,t,o,r){let s=F(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),d=o.slopes[0]??NaN,[c=NaN]=o.weights,
u=[a,l].map(h=>e.pixelsOf(h,o.loss+d*(h-c)));i.push(le("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(p=>-p),d=F(e,{...o,weights:o.weights.map((p,m)=>p+
([a,l][m]??0))}),[c,u]=[d[0]-s[0],d[1]-s[1]],h=Math.hypot(c,u)||1;i.push(le("gdviz-tangent-line",s,[s[0]+60*c/h,s[1]+60*u/h]))}if(r){let a=F(e,r);i.push(le("gdv\
iz-step-line",s,[a[0],s[1]]),le("gdviz-step-line",[a[0],s[1]],a)),i.push(D("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(D("circle","gdviz-held",{
cx:s[0],cy:s[1],r:9})),i}},Le=({domain:n},e)=>Ne((n[e]?.[1]??1)-(n[e]?.[0]??0));function Jo(n,e){let t=z(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=O(t).indexOf(t.movers[0]??-1),{x:r,y:s}=G(_(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function Xo({
names:n,texts:e},t,o){let r=s=>{let i=S(s,on);return`${Math.abs(Number(s.toPrecision(on))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Qo=".gdviz-track input, .st-key-eta input",Zo=".gdviz-play",er="[data-testid=stPopoverBody]",Oe=class{#e=y("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(rn("rate",e.to_rate,Qo),rn("player",e.to_player,
Zo)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${er} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function rn(n,e,t){let o=y("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function sn(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var an={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},tr="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",nr="[role=combobox][aria-expanded=false]",or=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function ln(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(tr)&&!(o(nr)&&or.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&rr(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=an[n.key]??an[n.key.toLowerCase()];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function rr(n){let e=n.
closest(".gdviz-table")??n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function cn(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(y("strong",{textContent:e}),y("p",{textContent:t}),y("p",{textContent:o,
role:"status"}))}var ct=["aria-label","placeholder"],sr=ct.map(n=>`[${n}]`).join(),dn="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",ir=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function un(n,e){for(let[t,o]of ir){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var mn=new WeakMap,
ze=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...ct]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([o,r])=>this.#e[o]===r);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(sr)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(dn)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(dn)&&hn(
e.data,un(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of ct){let o=e.getAttribute(t);if(o===null)continue;let[r,s]=mn.get(e)??[],i=r!==void 0&&o===s?r:o,a=un(
i,this.#e);a===i&&o===i||(mn.set(e,[i,a]),hn(o,a,l=>{e.setAttribute(t,l)}))}}};function hn(n,e,t){n!==e&&t(e)}function yn({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function fn(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function He(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function gn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var pn=".js-plotly-plot, [data-gdviz]";function bn(n){let e=o=>o instanceof HTMLElement&&
(o.matches(pn)||o.querySelector(pn)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var ar=["first","back","next","last","sound"],$e=n=>k(n.run,n.run.player.position,w(n)),_e=class{constructor(e,t){this.root=e;this.controls=t;this.#e=T(e,".gdvi\
z-scrub"),this.#t=T(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
pe(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#u(t),this.#e.max=String(v(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",$e(e)),this.#t.value=String(e.speed),T(this.root,".gdviz-statu\
s").textContent=k(t,t.player.status,w(e)),r||(T(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=v(e)===0,oe(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===v(e),
this.#a("last").disabled=o===H(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of J(this.root,".gdviz-tools button:not([data\
-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<v(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([d])=>d).join(""):"",l=r&&o===v(e)?t.player.
verdict:"";return[a,$e(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===v(e)&&!ne("worked")?t.player.verdict:"",i=T(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return T(this.root,`[data-do="${e}"]`)}#u(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of ar)oe(this.#a(r),t[r]);oe(this.#e,t.scrub),oe(this.#t,t.speed);let o=T(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=k(e,t.status,x(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var lr=.13,cr=150,De=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&ie(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let d=y("output",{textContent:`\
η = ${S(t)}`}),c=y("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:S(t),disabled:l});c.value=String(o.indexOf(t));let u=()=>o[Number(
c.value)]??t;c.oninput=()=>{this.#n=!0,d.textContent=`η = ${S(u())}`,c.ariaValueText=S(u()),this.move(u())},c.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.choose(u())},cr)},pe(c);let h=y("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[C,I,te]of r){let q=y("span",{className:`\
gdviz-${C}`});Object.assign(q.style,{left:dt(I),width:dt(te-I)}),h.append(q)}let p=y("div",{className:"gdviz-ticks",ariaHidden:"true"}),[m=0,f=1]=s.map(([,C])=>C);
for(let[C,[I,te]]of s.entries()){let q=s.length<2||f-m>lr?"":C?"gdviz-after":"gdviz-before",he=y("small",{textContent:I,className:q});he.style.left=dt(te),p.append(
he)}let g=()=>{this.choose(t)},b=y("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});return[y(
"div",{className:"gdviz-rate-name"},y("span",{textContent:e}),...i?[b]:[],d),y("div",{className:"gdviz-track"},h,c),p]}},dt=n=>`${(100*n).toFixed(2)}%`;var dr=7;function vn(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=w(n);if(!t?.eta||!r||r===t.eta||s===0||!mr(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>dr?null:{schedule:i.join(","),eta:r}}var xn=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,ur=new Set(["eta","schedule","step"]);function mr(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!ur.has(r)));return t(n)===t(e)}var hr=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function wn(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await pr(n)}).click()}async function pr(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,d)=>{let c=getComputedStyle(l),u=r[d]?.style;if(u)for(let h of hr)u[h]=c[h]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var yr=["linear","log"],Ve=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=yr.map(s=>y("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),T(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(y("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var fr=6,gr=400,br={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},vr={eta:"η",w:"W"},je=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?y("strong",{textContent:e}):e}#s(e,t,o){let r=y("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:vr[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/fr);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=br[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},gr))},r}};var xr=110,wr=4,Sr=.01,Er=.16,Tr=.8;function kr(n){let e=Math.log10(Math.abs(n)/Sr);return xr*2**Math.max(0,Math.min(e,wr))}function Pr(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:kr(n),wave:o,side:Tr*t,after:0,seconds:Er}}var Rr={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function Mr(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===v(n)?Rr[e.end]:[];return[Pr(t,e.sided),...o??[]]}var Ar=.2,Nr=.06,Lr=.01,Ie=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of Mr(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,d]=[a.currentTime+s,a.currentTime+s+i],[c,u,h]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];c.type=o,c.frequency.setValueAtTime(e,l),t&&c.frequency.exponentialRampToValueAtTime(t,d),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?Nr:Ar,l+Lr),u.gain.linearRampToValueAtTime(0,d),h.pan.setValueAtTime(r,l),c.connect(u).connect(
h).connect(a.destination),c.start(l),c.stop(d)}};function Sn(n,e){let{run:t,seen:o}=e,r=ie(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of J(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var U=28,En=2,Cr=({run:n},e)=>n.table?.shown?x(n.steps,e):e,qe=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?v(t)+1:r+1));let s=T(e,".gdviz-rows"),i=(o.shown?t.frame:w(t))*U;(i<s.scrollTop||i+
U>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),Tn(s,o,t)}#o(e,t,o){let r=kn(t.columns.map(([d])=>d),"columnheader");r.classList.add("gdviz-head");
let s=y("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&Tn(
s,this.#n.run.table,this.#n)};let i=y("div",{className:"gdviz-spacer"});i.style.height=`${o*U}px`,s.append(i);let a=y("div",{className:"gdviz-table",role:"table",
ariaLabel:t.name},r,s),l=t.columns.map(([d,c])=>zr(this.#n?.run,d,c));a.style.setProperty("--columns",l.map(d=>`minmax(${d}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((d,c)=>d+c,0)}ch`),a.style.setProperty("--row",`${U}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},Or=13;function zr(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:Or):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function Tn(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/U)-En),s=o.predict?x(o.steps,H(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/U)+3*En),l=[];for(let d=r;d<a;d++){let c=Cr(t,d),u=c===s&&$(t),h=e.columns.map(([,m])=>m==="step"?String(
c):u&&m.startsWith("dW")?"":k(o,`{${m}}`,c).replaceAll(" × ","×")),p=kn(h,"cell");p.style.top=`${d*U}px`,p.setAttribute("aria-rowindex",String(d+2)),c===w(t)&&
p.setAttribute("aria-current","step"),l.push(p)}for(let d of J(n,".gdviz-spacer"))d.replaceChildren(...l)}function kn(n,e){return y("div",{className:"gdviz-row",
role:"row"},...n.map(t=>y("span",{role:e,textContent:t})))}var Pn=[1,.95,.9,.85,.8,.75],Ge=class{#e=null;#t="";#n=[];#o=0;show(e,t){let{run:o,frame:r,known:s,outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&
r===s,d=x(o.steps,l?r-1:r),c=d>=o.last,u=$(t)&&!l;this.#r(e,o,a);let h=c||u?a.last:a.rows,p=Rn(a,h,h.map(([f,g])=>[k(o,f,d),k(o,g,d)]));p.style.minHeight=`${this.#o}\
px`,[...p.children].forEach((f,g)=>{f.style.minHeight=`${this.#n[g]??0}px`});let m=y("p",{className:"gdviz-end-here",textContent:o.player.verdict});c&&t.seen&&a.
last.length<a.rows.length&&p.append(m),e.replaceChildren(y("h2",{textContent:k(o,c?a.end:a.title,d)}),p)}#r(e,t,o){let r=Hr(e),s=`${e.className} ${e.clientWidth}\
 ${r?.clientHeight??0} ${_r()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(p=>p<t.last),a=p=>i.map(m=>k(t,p,m)).reduce((m,f)=>f.
length>m.length?f:m,""),l=o.rows.map(([p,m])=>[a(p),a(m)]),d=Rn(o,o.rows,l);e.replaceChildren(y("h2",{textContent:a(o.title)}),d);let c=(p,m)=>(e.style.setProperty(
"--size",String(p)),d.getBoundingClientRect().bottom<=m),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,h=r?u-$r(e,r):1/0;Pn.some(p=>c(p,h))||
Pn.some(p=>c(p,u)),this.#n=[...d.children].map(p=>p.getBoundingClientRect().height),this.#o=d.getBoundingClientRect().height}};function Hr(n){let e=n.closest(".\
st-key-side");return e&&getComputedStyle(e).overflowY==="auto"?e:null}function $r(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(r=>r.contains(n))+
1).reduce((r,s)=>r+(parseFloat(getComputedStyle(s).minHeight)||0),0)}var _r=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function Rn({columns:n=1,
rows:e},t,o){let r=y("dl"),s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>1&&r.style.setProperty("--rows",String(s)),
t.forEach(([,,i],a)=>{let[l="",d=""]=o[a]??[],c=y("div",{hidden:!l},y("dt",{textContent:l}),y("dd",{},...Dr(d)));i&&c.style.setProperty("--mark",i),c.classList.
toggle("gdviz-marked",i!==void 0),c.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(c)}),r}function Dr(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%
2?y("i",{textContent:e}):e)}var Mn={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},Be=class{constructor(e,t,o,r){this.store=t;
this.renderer=o;this.tell=r;this.#t=new xe(t,this,Mn),this.#n=new _e(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#i=new Ve(i=>{t.choose(
i)}),this.#u=new Te(i=>{this.tell("weight",i)}),this.#h=new De(i=>{this.#l.tryRate(i)},i=>{nt("eta",i)}),this.#m=new Ae(i=>{t.moveRing(i)}),this.#l=new Ce(i=>{this.#O(
i)}),this.#a=new je({eta:this.#h,w:this.#l}),this.#d=new Me(T(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#C(t.state);a&&this.#f.play(a,i,Mn.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#m.focus()}}),this.#y=new Se(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#p=new be(t,i=>{this.tell("shown",i)}),this.#w=[t.subscribe(this.#k),$t(this.#T),_t(()=>{this.#h.forget(),this.#M()}),He(document,"keydown",i=>{
!this.#g.takesKey(i)&&e.isConnected&&t.state&&ln(i,this)},!0),He(document,"click",yn),He(document,"keydown",fn,!0),gn(this.#M),bn(this.#M)];let s=t.state;this.#T(),
t.state&&t.state===s&&this.#N(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#o=new Ge;#r=new qe;#s=new Ee;#i;#a;#u;#h;#d;#l;#m;#f=new Pe;#p;#g=new Oe;#c=new ze;#y;#b=new Ie;#w;#v=null;#S=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#w)t();this.#f.clear();let e=[this.#n,this.#h,this.#l,this.#a,this.#m,this.#p,this.#g,this.#c,this.#y,this.#b];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():$(t)?this.#E():this.#t.play()},next:()=>{$(t)?this.#E():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(v(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#x(t)},home:()=>{this.tell("panel",{tool:"home",step:w(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:w(t)})},look:()=>{this.tell("panel",{tool:"look",step:w(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
N(t)==="step"?(this.#d.submit(),!0):this.#m.takesKey(e)}#E(){this.store.ask(),this.#m.focus()}async#x(e){let t=`gdviz-${w(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=ne("graph")?.querySelector("svg");r&&await wn(r,t)}}#T=()=>{let e=Ht(),t=e===null?null:this.store.receive(e);if(!t)return;let o=this.#v;
if(this.#v=null,o&&xn(t,o)){this.store.resume(t),this.#t.play();return}this.#v=vn(this.store.state,t),this.#v?(this.store.pause(),nt("schedule",this.#v.schedule)):
this.store.load(t)};#k=(e,t)=>{this.#b.show(e,t),t&&Vr(e,t)?(this.#d.show(e),this.#P(e)):this.#N(e)};#N(e){let t=z(e).map(async o=>this.#R(o.chart)?.show(_(e,o)));
this.#S=Promise.all(t),this.#S.then(this.#A),this.#L(e),this.#p.show(e)}#L(e){let{run:t,frame:o}=e;this.#n.show(e),this.#g.show(t),this.#c.show(t),this.#y.show(
t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",$e(e)).trim();for(let{chart:i}of z(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);V("worked",i=>{this.#o.show(i,e)}),V("table",i=>{this.#r.show(i,e)}),V("scale",i=>{this.#i.show(i,e)}),V("rate",i=>{this.#h.
show(i,e)}),V("graph",i=>{t.graph&&this.#u.show(i,t.graph,o,k(t,t.player.graph??"",w(e)))}),this.#s.show(t),V("story",i=>{t.story&&this.#a.show(i,t.story)}),V("\
summary",i=>{Sn(i,e)}),V("mission",i=>{t.mission&&cn(i,t.mission)}),this.#d.show(e),this.#P(e)}#P(e){let t=this.#C(e);this.#m.show(e,t),this.#l.show(e,t),N(e)!==
"outcome"&&this.#f.clear()}#C(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.isThere()?o:null}#R(e){let t=this.#e.get(e),
o=this.renderer.find(e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.renderer.mount(o,{onStart:s=>{this.#O(
s)},onTap:s=>{this.tell("tap",s)},onRedraw:s=>{this.#z(e,s)}});return this.#e.set(e,r),r}#O(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("\
start",e)}#z(e,t){let{state:o}=this.store;if(!o)return;let r=z(o).find(({chart:s})=>s===e);t&&r&&this.#R(e)?.show(_(o,r)).then(this.#A),this.#P(o)}#M=()=>{let{state:e}=this.
store;if(!e)return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());for(let o of z(e)){let r=this.#R(o.chart);
r&&!t.has(r)&&r.show(_(e,o)).then(this.#A)}this.#L(e)};#A=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(o)?.element.dataset.step;e&&(this.#n.markDrawn(z(e).every(
({chart:o})=>t(o))),e.playing||sn())};async settle(){await this.#S}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:o}=t,r=z(t).map(async s=>this.#e.
get(s.chart)?.animate(_(t,s,o),_(t,s,o+1),e));await Promise.all(r)}},V=(n,e)=>{let t=ne(n);t&&e(t)},Vr=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var An="gdviz-tally";function Nn(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(An)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function Ln(n){try{n.count&&sessionStorage.setItem(An,JSON.stringify(n))}catch{}}var We=new ge;We.tally=Nn();We.subscribe(({tally:n},e)=>{e&&n!==e.tally&&Ln(n)});var Cn=[],de=null,On=n=>({parentElement:e,setTriggerValue:t})=>Je(Cn,{place:T(e,
".gdviz-player"),tell:t},()=>{jr(n)});function jr(n){let e=Xe(Cn);if(de&&de.panel===e){de.player.tell=e.tell;return}de?.player.destroy(),de=e?{panel:e,player:new Be(
e.place,We,n(We),e.tell)}:null}function P(){if(!window.Plotly)throw new Error("Plotly is not loaded");return window.Plotly}var zn=n=>n?.PlotSchema,L=n=>n;function j(n){let{_fullLayout:e}=L(n);if(!e)throw new Error("the chart is not drawn");return e}var ut=n=>n?._fullLayout?n:null,mt=n=>Object.
values(L(n)._fullLayout?._plots??{}).every(({xaxislayer:e})=>!!e),Hn=n=>L(n)._fullData?.length??0;function $n(n){let e=L(n).calcdata===void 0;return e&&(L(n).calcdata=
[]),e}var Fe=n=>L(n)._transitionData??null;function ht(n){n?._animationRaf&&(cancelAnimationFrame(n._animationRaf),n._animationRaf=null)}function _n(n){let e=zn(
n);if(!e||e.lists)return;let t=new Map,o=e.findArrayAttributes;e.lists=t,e.findArrayAttributes=r=>{let s=`${r.type} ${Dn(r._input)}`,i=t.get(s)??o(r);return t.set(
s,i),i}}var Dn=n=>Object.entries(n).map(([e,t])=>Array.isArray(t)||ArrayBuffer.isView(t)?e:typeof t=="object"&&t!==null?`${e}(${Dn(t)})`:"").join(" ");function pt(n){
let{xaxis:e,yaxis:t}=j(n);return[e,t].map(({_length:o,range:r})=>`${o} ${r.join(" ")}`).join()}var Vn=n=>{let{width:e,height:t}=j(n);return{width:e,height:t}};function me(n){
let{xaxis:e,yaxis:t}=j(n);return[e.range,t.range]}function yt(n,e,t){let{xaxis:o,yaxis:r}=j(n);return[o._offset+o.l2p(e),r._offset+r.l2p(t)]}function jn(n,e,t){
let o=Fn(n)?.getBoundingClientRect()??new DOMRect,[[r,s],[i,a]]=me(n);return[r+(e-o.left)/o.width*(s-r),i+(o.bottom-t)/o.height*(a-i)]}function In(n,e){let t=L(
n).calcdata?.[0]??[],o=t.findIndex(a=>a.x>=e),[r,s]=[t[Math.max(o-1,0)],t.at(o)];if(!r||!s)return NaN;let i=s.x>r.x?Math.min(Math.max((e-r.x)/(s.x-r.x),0),1):0;
return r.y+i*(s.y-r.y)}var Y=(n,e)=>n.querySelector(`.scatterlayer .trace${L(n)._fullData?.[e]?.uid??""}`);function qn(n,e){let t=Y(n,e);return t!==null&&t.style.
display!=="none"}function Gn(n,e,t,o){let{width:r,xaxis:s}=j(n);for(let i of Y(n,e)?.children??[]){let a=r-s.l2p(t)-(i.classList.contains("points")?o:0);i.style.
clipPath=`inset(-100% ${a}px -100% -100%) view-box`}}function Bn(n){let e=new Map((L(n)._fullData??[]).map(({uid:o},r)=>[`trace${o}`,r])),t=o=>e.get([...o.classList].
find(r=>e.has(r))??"")??-1;for(let o of n.querySelectorAll(".scatterlayer")){let r=[...o.children],s=[...r].sort((i,a)=>t(i)-t(a));s.some((i,a)=>i!==r[a])&&o.append(
...s)}}var ue=n=>({texts:Array.from(n.querySelectorAll(":is(.ytick, .y2tick) text"),({textContent:e})=>e.replaceAll("​","")),size:j(n).yaxis.tickfont.size}),Wn=n=>({
edge:n,words:Array.from(n.querySelectorAll(".textpoint text")),wordsOf:e=>Array.from(Y(n,e)?.querySelectorAll("text")??[]),marks:Array.from(n.querySelectorAll("\
.scatterlayer .points path")),labels:Array.from(n.querySelectorAll(":is(.xaxislayer-above, .yaxislayer-above) text"))}),Fn=n=>n.querySelector(".nsewdrag"),Ke=n=>n.
querySelector(".svg-container");function ft(n){for(let e of n.querySelectorAll(".main-svg"))e.setAttribute("aria-hidden","true")}var gt=n=>n.querySelector(".ima\
gelayer image");function Kn(n){let e=bt(n);if(!e)return!1;let{xaxis:t,yaxis:o}=j(n),r=(s,i)=>Math.abs(Number(e.getAttribute(s))-i)>1;return r("width",t._length)||
r("height",o._length)}function Un(n){if(!bt(n))return!1;let{xaxis:e,yaxis:t,_size:o}=j(n);return!!t.scaleanchor&&e._length<o.w-1&&t._length<o.h-1}var bt=n=>n.querySelector(
'clipPath[id$="xyplot"] rect');function Ir(n){let{_fullLayout:e,_fullData:t,calcdata:o}=L(n),r=[e?.xaxis,e?.yaxis],s=a=>typeof a=="number",i={"_fullLayout.width":()=>s(
e?.width)&&s(e?.height),"_plots.xaxislayer":()=>Object.keys(e?._plots??{}).length>0&&mt(n),_size:()=>[e?._size.w,e?._size.h].every(s),"axis._length":()=>r.every(
a=>s(a?._length)),"axis._offset":()=>r.every(a=>s(a?._offset)),"axis.range":()=>r.every(a=>a?.range.length===2),"axis.tickfont.size":()=>s(ue(n).size),"axis.l2p":()=>yt(
n,0,0).every(s),"_fullData.uid":()=>(t??[]).every(({uid:a})=>!!a),calcdata:()=>[o?.[0]?.[0]?.x,o?.[0]?.[0]?.y].every(s),".scatterlayer .trace":()=>Y(n,0)!==null,
".ytick text":()=>ue(n).texts.length>0,".nsewdrag":()=>Fn(n)!==null,".svg-container":()=>Ke(n)!==null,"clipPath xyplot":()=>bt(n)!==null,_transitionData:()=>Fe(
n)!==null,"PlotSchema.findArrayAttributes":()=>(zn(window.Plotly)?.lists?.size??0)>0};return Object.keys(i).filter(a=>{try{return!i[a]?.()}catch{return!0}})}var Br=5;async function Jn(n,e){let{scene:t,frame:o}=e;if(!t.fixed)return;let{lines:r,layout:s}=Lt(e),i=t.movers.map((c,u)=>r[u]?se(r[u],o):[]),a={x:[...r.map(({
x:c})=>c),...i.map(([c])=>[c])],y:[...r.map(({y:c})=>c),...i.map(([,c])=>[c])]},l=[...r.map(({trace:c})=>c),...t.movers];await P().update(n,r.length?a:{},s,l);let d=Xn(
n,Math.max(...ue(n).texts.map(c=>c.length),0));d!==n.layout.margin.l&&await P().relayout(n,{"margin.l":d})}var Xn=(n,e)=>ue(n).size*(2.8+.58*e);async function Qn(n,e){
if(vt(n,e))return;let[t,o,r,s,i=0]=tt(e)??[];await P().relayout(n,{"xaxis.range":[t,o],"yaxis.range":[r,s],"margin.l":Xn(n,i)})}function vt(n,e){let t=tt(e)?.slice(
0,4);return!t||String(me(n))===String(t)}function Zn(n,{scene:e,frame:t}){for(let o of e.fixed?.lines??[]){let[r]=se(o,t);r!=null&&Gn(n,o.trace,r,Br)}}function eo(n,{
fixed:e}){let{lines:t=[],layout:o={}}=e??{},r=([s,i])=>{let a=Wr(n.layout,s);return!Array.isArray(i)||Array.isArray(a)&&String(a)===String(i)};return t.every(({
trace:s,x:i})=>!i.length||!!n.data[s]?.x?.length)&&Object.entries(o).every(r)}var Wr=(n,e)=>e.split(".").reduce((t,o)=>t?.[o],n),to=(n,e)=>{let t=gt(n);return!t||
t.getAttribute("href")===e};function no(n,e){let t=gt(n),o=n.layout.images?.[0];!t||!o||(t.setAttribute("href",e),o.source=e)}var Fr=["x","y","z"];async function oo(n,e,t,o,r){let s=l=>{let d=Object.fromEntries(Fr.map(c=>[c,l.map(u=>u[c])]));return P().restyle(n,d,t)};if(!o)return s(e);
let i=t.map(l=>n.data[l]),a=performance.now();for(let l=0;l<1;){let d=await new Promise(requestAnimationFrame);if(!r())return;l=Math.min((d-a)/o,1),s(e.map((c,u)=>Kr(
i[u]??{},c,l)))}}function Kr(n,e,t){let o=r=>(e[r]??[]).map((s,i)=>{let a=n[r]?.[i]??NaN;return a+t*((s??NaN)-a)});return{x:o("x"),y:o("y"),z:o("z")}}async function ro(n,e){
e&&JSON.stringify(e)!==JSON.stringify(n.layout.scene?.camera)&&await P().relayout(n,{"scene.camera":structuredClone(e)})}var Ue=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function io(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(m=>m.flatMap(n.wordsOf)),i=o.filter(m=>!r.includes(m)&&!s.includes(m));for(let m of o)m.
style.translate&&(m.style.translate=""),m.style.visibility&&(m.style.visibility="");let a=xt(n.edge),l=r.length+s.length>0,d=m=>l?m.map(xt).filter(so):[],c=d(n.
marks),u=[...c.filter(({left:m,right:f})=>f-m>=12),...d(n.labels)],h=new Map(o.map(m=>[m,xt(m)])),p=(m,f)=>{let g=h.get(m);if(!g||!so(g))return;let b=f(g);b?((b[0]||
b[1])&&(m.style.translate=`${b[0]}px ${b[1]}px`),u.push(wt(g,b))):m.style.visibility="hidden"};for(let m of i)p(m,f=>Et(f,a));for(let m of r)p(m,f=>Ur(f,u,a));for(let m of s)
p(m,f=>[...u,...c].some(g=>St(f,g,0))?null:[0,0])}var xt=n=>n.getBoundingClientRect(),so=({left:n,right:e})=>e>n,wt=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),St=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Et({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,d)=>Math.max(l-i,0)||Math.min(d-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function Ur(n,e,t){let o=Et(
n,t),r=wt(n,o),s=e.filter(u=>St(r,u,1.5));if(!s.length)return o;let i=u=>s.map(h=>h[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,h])=>Math.abs(u)+Math.abs(h),d=u=>{let h=wt(r,u);return l(Et(h,t))===
0&&!e.some(p=>St(h,p,1.5))},[c]=a.filter(u=>l(u)<=48&&d(u)).sort((u,h)=>l(u)-l(h));return c?[o[0]+c[0],o[1]+c[1]]:null}var Yr=1e3,Ye=class{constructor(e){this.cameras=e}cameras;find(e){return window.Plotly?ut(document.querySelector(`.st-key-${e} .js-plotly-plot`)):null}mount(e,t){
return _n(P()),new Tt(e,t,this.cameras)}},Tt=class{constructor(e,t,o){this.element=e;this.listener=t;this.cameras=o;this.#t=Ke(e),e.setAttribute("role","figure"),
ft(e);for(let r of["plotly_afterplot","plotly_react"])this.#d(r,this.#w);this.#d("plotly_transitioning",()=>{this.#i=$n(e),this.#s=pt(e)}),this.#d("plotly_anima\
ted",()=>{this.#y()&&this.#c&&this.#b(this.#c)}),this.#d("plotly_click",({points:[r]})=>{this.#o?.scene.clickable&&r?.curveNumber===0&&t.onStart([r.x])}),this.#d(
"plotly_relayout",r=>{let s=r["scene.camera"],i=this.#o?.scene;s&&i?.space&&o.set(i.chart,structuredClone(s))}),e.addEventListener("click",this.#k,{signal:this.#n.
signal})}element;listener;cameras;#e=new Ue;#t;#n=new AbortController;#o=null;#r=!1;#s="";#i=!1;#a=null;#u=!1;#h=!1;#d(e,t){this.element.on(e,t),this.#n.signal.
addEventListener("abort",()=>{this.element.removeListener?.(e,t)})}isThere(){return this.#m()&&Ke(this.element)===this.#t}destroy(){this.stop(),ht(this.#a),this.#n.
abort()}stop(){this.#e.end(),this.#o&&(this.#o={scene:this.#o.scene})}async show(e){let{scene:t,frame:o,known:r}=e,s=this.#e.take();if(!this.#p(t)){this.#o=null;
return}if(this.#f(e))return;let i=this.#o;if(this.#o={scene:t},(i?.scene!==t||i.known!==r)&&await Jn(this.element,e),this.#l(s)&&await Qn(this.element,e),t.space&&
this.#l(s)&&await ro(this.element,this.cameras.get(t.chart)),!this.#l(s))return;this.#o={scene:t,known:r};let a=t.pictures?.[o];a&&no(this.element,a),await this.#x(
s,t,G(e),O(t),0),this.#l(s)&&this.#g(e)}async animate(e,t,o){if(!this.#f(e))return;let{scene:r,frame:s,known:i}=e,a=this.#e.take();this.#o={scene:r,known:i};for(let{
data:l,traces:d,share:c}of At(e))if(await this.#x(a,r,l,d,o*c),!this.#l(a))return;if(r.glides){let l=r.glides[s]??0;await this.#x(a,r,G(t),O(r),o*l)}Nt(e)&&this.#l(
a)&&this.#g(t)}#l(e){return this.#e.holds(e)&&this.#m()}#m(){return this.element.isConnected&&ut(this.element)!==null}#f({scene:e,frame:t,known:o}){return this.#o?.
scene===e&&this.#o.frame===t&&this.#o.known===o}#p(e){return mt(this.element)&&Math.max(...O(e))<Hn(this.element)}#g(e){let{scene:t,frame:o,known:r,run:s}=e;this.#o=
{scene:t,frame:o,known:r},this.element.dataset.step=String(s.steps[o]),this.#h=!1,this.#c=e,this.#b(e),this.#r?this.#w():this.#E()}#c=null;#y(){return this.#o===
null||this.#o.frame!==void 0}#b(e){Zn(this.element,e),this.element.style.setProperty("--gdviz-paper",this.element.layout.paper_bgcolor),io(Wn(this.element),e.scene.
asides??[],e.scene.yields??[])}#w=()=>{if(ft(this.element),this.#r=!this.#y(),this.#r)return;let e=this.#v();e?this.#o=null:(this.#c&&this.#b(this.#c),this.#E()),
this.listener.onRedraw(e)};#v(){let e=this.#c;if(!this.#o||!e)return!0;let{scene:t,frame:o}=e,r=a=>!this.element.data[a??-1]?.x?.length,s=O(t),i=t.pictures?.[o];
return G(e).some(({x:a},l)=>a?.length&&r(s[l]))||!eo(this.element,t)||!vt(this.element,e)||i!==void 0&&!to(this.element,i)}#S({scene:e},t){let o=s=>s?.some(i=>i!==
null)??!1,r=O(e);return!e.space&&t.some(({x:s},i)=>o(s)&&!qn(this.element,r[i]??-1))}#E(){let e=!this.#h&&this.#c&&this.#S(this.#c,G(this.#c)),t=Un(this.element);
if(this.#u||!(e||t||Kn(this.element)))return;this.#u=this.#h=!0;let o={"xaxis.domain":[0,1],"yaxis.domain":[0,1]};(t?P().relayout(this.element,o):P().redraw(this.
element)).finally(()=>this.#u=!1)}async#x(e,t,o,r,s){let{element:i}=this;if(t.space){await oo(i,o,r,s,()=>this.#l(e));return}let a=Math.max(s,1),l={mode:"immedi\
ate",frame:{duration:a,redraw:!1},transition:{duration:a,easing:"linear"}},d=u=>r.filter((h,p)=>{let m=o[p]?.x;return m&&m.length>0===u});this.#T(d(!1),"none"),
this.#a!==Fe(i)&&ht(this.#a);let c=P().animate(i,{data:o,traces:r},l).catch(()=>e.ended);if(this.#a=Fe(i),await Promise.race([c,e.ended,Jr(a+Yr)]),!!this.#l(e)){
if(this.#i){await this.#x(e,t,o,r,0);return}this.#T(d(!0),""),Bn(i),this.#s!==pt(i)&&await P().redraw(i)}}#T(e,t){for(let o of e){let r=Y(this.element,o);r&&(r.
style.display=t)}}get overlay(){return this.#t??this.element}ranges(){return me(this.element)}placeAt(e,t){return jn(this.element,e,t)}pixelsOf(e,t){return yt(this.
element,e,t)}heightAt(e){return In(this.element,e)}#k=({clientX:e,clientY:t,isTrusted:o})=>{let{grid:r,taps:s}=this.#o?.scene??{},i=r??s;if(!i||o)return;let a=this.
placeAt(e,t);if(!this.ranges().every(([u,h],p)=>{let m=a[p]??NaN;return u<=m&&m<=h}))return;let d=(u,h)=>Number((Math.round(u/h)*h).toFixed(6)),c=a.map((u,h)=>d(
u,i[h]??1));r?this.listener.onStart(c):this.listener.onTap(c)};fade(e){if(this.#o)for(let t of O(this.#o.scene)){let o=Y(this.element,t);o&&(o.style.opacity=e?"\
0.15":"")}}async save(e){let t={format:"png",filename:e,...Vn(this.element),scale:2};await P().downloadImage(this.element,t)}},Jr=n=>new Promise(e=>setTimeout(e,
n));var Oa=On(n=>new Ye(n.cameras));export{X as about,Oa as default,it as descend,Ze as kindOf,Ir as missingParts,Xt as mistaken,Qt as parts,re as read,S as say};
