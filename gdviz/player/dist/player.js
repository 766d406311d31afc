var pe=n=>document.querySelector(`[data-gdviz="${n}"]`),ae=(n,e)=>[...n.querySelectorAll(e)];function P(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function p(n,e={},...t){let r=Object.assign(document.createElement(n),e);return r.append(...t),r}function ye(n,e){n.setAttribute("aria-label",e),n.title=
e}function ze(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function yt(n,e,t){let r=n.find(({place:o})=>o===e.place);return r?Object.assign(r,e):n.push(e),t(),()=>{let o=n.findIndex(({place:i})=>i===e.place);o>=0&&n.splice(
o,1),t()}}var gt=n=>n.filter(({place:e})=>e.isConnected).at(-1);function on(n,e){let t=Math.abs(n);if(!eo(t,e))return n.toExponential(e-1);let[r="",o=""]=t.toExponential(100).split("e"),i=/^50*$/.test(r.replace(".","").slice(
e)),s=r.slice(0,e>1?e+1:1),a=Number(s.at(-1))%2===0,l=i&&a?`${s}e${o}`:t.toExponential(e-1);return n<0?`-${l}`:l}var eo=(n,e)=>n.toExponential(e+1).charAt(e>1?e+
1:2)==="5";function T(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",r]=on(n,e).split("e"),o=Number(r),i=o>=-4&&o<e,s=i?(+`${t}e${o}`).toFixed(e-1-o):t,a=(s.
includes(".")?s.replace(/\.?0+$/,""):s).replace("-","−");return i?a:`${a} × 10${to(o)}`}var to=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),le=n=>T(Number(on(n,2))),D=n=>{let e=n.map(t=>T(t));return e.
length===1?e.join():`(${e.join(", ")})`};function ge(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,
"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var sn=4/3,no=.95,k=n=>Math.hypot(...n),L=(n,e,t=1)=>n.map((r,o)=>r+t*(e[o]??NaN)),vt=(n,e)=>n.reduce((t,r,o)=>t+r*(e[o]??NaN),0),Ne=({weights:n,update:e})=>L(n,
e,-1);function an(n){let e=k(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function bt(n,e){let{weights:t,slope:r,update:o}=e,i=Ne(e),s=k(L(n,i,-1)),
a=(y,g)=>k(g)>0&&k(L(n,y,-1))<=an(g);if(D(n)===D(i)&&s<=.005*k(o)+1e-12*(1+k(i)))return"exact";if(s<=an(o))return"right";if(!k(o))return"rests";if(a(t,o))return"\
stayed";let[c,...u]=ro(e).filter(([,y,g])=>a(y,g));if(c&&!u.length)return c[0];let d=L(n,t,-1),h=k(d)/k(o),m=-vt(d,o)/(k(d)*k(o)),f=h<sn&&h>1/sn;return m>no?f?"\
close":h>1?"too-long":"too-short":f?"wrong-direction":vt(o,r)>0&&vt(d,r)>0?"uphill":"astray"}function ro(n){let{weights:e,slope:t,update:r,rate:o}=n,i=Ne(n),s=t.
map(u=>o*u),l=k(L(r,s,-1))<=1e-9*k(r)?[["forgot-rate",L(e,t,-1),t],["forgot-both",L(e,t),t],["slope-only",t,t]]:[["forgot-memory",L(e,s,-1),s]],c=e.length>1?e.map(
(u,d)=>e.map((h,m)=>m===d?i[d]??NaN:h)):[];return[...l,["forgot-minus",L(e,r),r],["change-only",r,r],...c.map(u=>["one-only",u,r])]}var Le=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function A(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(r,o,i,s)=>{let a=oo(n,i,t,t+(s?1:0));return o&&/^−|×/.test(a)?`(${a})`:a})}function oo(n,e,t,r){
if(e==="step")return String(t);if(e==="next")return String(t+1);let o=n.columns[e]?.[r]??e,i=Object.hasOwn(n.constants,o)?n.constants[o]:void 0;return i!==void 0?
A(n,i,t):o===e?"":o}function S(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function io({rows:n,frame:e,grows:t},r){let o=i=>n[n.
length===1?0:e?e[i]??0:i]??[];return t?Array.from({length:r},(i,s)=>o(s)).flat():o(r)}function xt({space:n},e,t){let r=n?3:2,o=i=>e.filter((s,a)=>a%r===i);return{
x:o(0),y:o(1),...n&&{z:o(2)},...t&&{text:t}}}function so({x:n,basis:e,shares:t,most:r,gaps:o},i){let s=S(t,i),a=c=>s.reduce((u,d,h)=>u+d*(e[h]?.[c]??0),0),l=n.map(
(c,u)=>Math.min(a(u),r));for(let c of o?.[i]??[])l[c]=null;return{x:n,y:l}}function ve({x:n,y:e,rests:t},r){let o=Math.min(t?S(t,r):r,n.length-1);return[n[o]??null,
e[o]??null]}function X({run:n,scene:e,frame:t,known:r}){let o=S(n.steps,t),i=!!n.predict&&t>=r&&t<n.steps.length-1,s=a=>{let l=i&&e.answers?.includes(a.trace),c=a.
text?.map(u=>l?"":A(n,u,o));return xt(e,l?[]:io(a,t),c)};return[...e.tracks.map(s),...e.curves.map(a=>so(a,t)),...(e.fixed?.lines??[]).map(a=>xt(e,ve(a,t))),...e.
keep.map(()=>({}))]}function B({tracks:n,curves:e,fixed:t,movers:r,keep:o}){return[...n,...e].map(({trace:i})=>i).concat(t?.lines?r:[],o)}function un({scene:n,frame:e}){
let{movers:t,keep:r,fixed:o}=n,i=n.space?3:2;return(o?.lines?[[...o.lines.flatMap(a=>ve(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>xt(n,a.slice(
c*i,(c+1)*i))),...r.map(()=>({}))],traces:[...t,...r],share:a.at(-1)??0}))}function cn({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&!n.pictures}
var ao=.09;function dn({run:n,scene:e,known:t}){let{lines:r=[],layout:o={}}=e.fixed??{},i=r.map(a=>({...a,x:ln(n,a.x,t),y:ln(n,a.y,t)})),s=o["yaxis.autorange"]?
lo(i.flatMap(({y:a})=>a),o["yaxis.type"]==="log"):null;return{lines:i,layout:s?{...o,"yaxis.autorange":!1,"yaxis.range":s}:o}}var ln=(n,e,t)=>n.predict?e.slice(
0,t+1):[...e],wt=({scene:n,frame:e})=>n.axes?S(n.axes,e):null;function lo(n,e){let t=n.filter(s=>s!==null).map(s=>e?Math.log10(s):s),[r,o]=[Math.min(...t),Math.
max(...t)],i=ao*(o-r)||.9;return Number.isFinite(o-r+2*i)?[r-i,o+i]:null}var x=({run:n})=>n.steps.length-1,E=({run:n,frame:e})=>S(n.steps,e),U=n=>n.run.predict?n.known:x(n),K=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<x(n),be=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function I(n){if(K(n)){if(be(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function hn(n,{weights:e,slopes:t,updates:r,rate:o}){let i=E(n),s=a=>a[i]??[];return{weights:s(e),slope:s(t),update:s(r),rate:o}}function ue(n){let{predict:e}=n.
run;return e?I(n)==="step"?n.ring??hn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var q=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),_=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:U(n)}),uo={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},Ce=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#r({...t,run:e});else{let r={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},o=this.tally&&!t?{tally:this.tally}:{};this.#r({...uo,...o,...t,...r,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:r})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:r+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(r=>{let{known:o,tally:i,run:s}=r,a={known:o+1,playing:t};if(!e||!s.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=hn(r,s.predict),[c,u,d]=[bt(e,l),Ne(l),k(l.update)],h=k(L(e,u,-1)),m=k(L(e,l.weights,-1))/d,f={guess:D(e),truth:D(u),distance:T(h),times:le(Math.max(m,1/m))};
return{...a,outcome:{kind:c,guess:e,numbers:f},tally:{count:i.count+1,right:i.right+Number(Le(c)),distance:i.distance+(d?h/d:0)}}}),t}#n(e){this.state&&this.#r(
{...this.state,...e(this.state)})}#r(e){let t=this.state,r=Math.max(0,Math.min(e.frame,U(e)));this.state={...e,frame:r,seen:e.seen||r===x(e)};for(let o of this.#t)
o(this.state,t)}};var fn=500,Oe=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#r,fn)),this.store.isAddressed?this.#e??=setTimeout(this.#o,fn):this.#o())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#r=()=>{if(!this.#n||this.#n.playing)return;let e=String(E(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#o=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(E(this.#n))},r=Object.fromEntries(e.searchParams),o=Object.keys({...t,...r}).filter(s=>t[s]!==r[s]),
i=!this.store.isAddressed||o.every(s=>s==="step");if(this.store.isAddressed=!0,!(!o.length||!i)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let s={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(s,"*")}}};var[co,ho]=["gdviz-run","gdviz-refused"];var St=(n,e)=>window.gdvizChange?.(n,e),mn=()=>window.gdvizRun??null;var pn=n=>gn(co,n),yn=n=>gn(ho,n);function gn(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var He=800,bn=400,vn=He+bn,Et=3,fo=1e4;function Tt(n){let e=x(n)-Et,t=n.frame<Et;return n.speed*(t?1:Math.max(1,e*vn/(fo-Et*vn)))}var $e=class{constructor(e,t,r){
this.store=e;this.stage=t;this.surroundings=r}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
x(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<U(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(He/Tt(t)):await this.stage.slide(He/Tt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
bn/Tt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let r=this.#t(t);r&&(this.surroundings.isStill()||
await this.stage.slide(He/r.speed),this.#t(t)&&this.store.jump(r.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[De,xn]=["data-test-connection-state","data-test-script-state"],mo=3e3,po=1e4,yo=/^Connection error$/,Ie=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#i.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[De,xn]})}comeBack;#e=p("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#r;#o=!1;#i=new MutationObserver(
e=>{for(let{type:t,addedNodes:r}of e)if(t==="attributes")this.#s();else for(let o of r)o instanceof HTMLElement&&go(o)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#i.disconnect(),this.#e.remove()}#s(){let e=document.querySelector(`[${De}]`);if(e?.getAttribute(De)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},mo);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#o=!1,this.#r=setTimeout(
this.#a,po),this.comeBack();else if(this.#r!==void 0){let t=e.getAttribute(xn)!=="notRunning";this.#o&&!t&&this.#a(),this.#o=t}}#a=()=>{clearTimeout(this.#r),this.#r=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${De}]`);e&&(e.inert=!1)}};function go(n){let e=n.querySelector("[role=dialog] h2");!e||!yo.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var vo=["lesson","loss","data","view","stop"],Ve=class{#e="";show(e){let t=vo.map(s=>e.link?.[s]).join(),r=document.querySelector(".st-key-figure"),o=e.chart?r?.
querySelector(`.st-key-panel_${e.chart}`):r?.firstElementChild;if(t===this.#e||!r||!o)return;this.#e=t;let i=o.getBoundingClientRect().left-r.getBoundingClientRect().
left;r.scrollTo({left:e.chart?r.scrollLeft+i:0})}};var kt=34,wn=16,bo=.4,Fe=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#r=[];#o=[];#i=[];show(e,t,r,o){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#s(e,t),this.#n?.setAttribute("aria-label",o);let i=S(t.weights,r),s=t.marks?.[r]??[],[a,l]=[t.values,t.slopes].map(d=>d?S(d,r):[]);this.#r.forEach(({shape:d,
value:h,slope:m},f)=>{let y=i[f]??0,g=.6+5*Math.abs(y)/t.finest,b=s.length>0&&!s.includes(f);d.style.strokeWidth=String(t.chosen.includes(f)?g+2:g),d.toggleAttribute(
"data-negative",y<0),d.toggleAttribute("data-marked",s.includes(f));for(let R of[d,h,m])R.toggleAttribute("data-quiet",b);h.textContent=a?.[f]??"",m.textContent=
l?.[f]??""}),this.#n?.setAttribute("data-way",t.ways?.[r]??"");let c=t.labels?S(t.labels,r):[];this.#o.forEach((d,h)=>d.textContent=c[h]??"");let u=t.maps?S(t.maps,
r):"";for(let d of this.#i)d.setAttribute("href",u)}#s(e,t){let{sizes:r,names:o,chosen:i}=t,[s=0,a=0]=t.size,l=z("svg",{viewBox:`0 0 ${s} ${a}`,role:"img"});Eo(
l);let c=z("g",{},l),u=To(t),d=(s-2*kt)/(r.length-1),h=Math.min(28,a/Math.max(...r)/2-1,d/4),m=u.map(y=>y.map(g=>xo(g,h,!!t.maps,l)));this.#i=t.maps?wo(u.flat(),
h,l):[],this.#o=u.flat().map(({x:y,y:g})=>{let b=Q(y,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,h)}px`,b}),So(t,u,h,a,l);let f=z("g",{class:"g\
dviz-numbers"},l);this.#r=m.slice(1).flatMap((y,g)=>[...ko(u[g]??[],u[g+1]??[],h,c,f),...y.map((b,R)=>{let{x:w,y:F}=u[g+1]?.[R]??{x:0,y:0},O=F+h+wn-2,[G,Me]=[Q(
w,O,"gdviz-value",f),Q(w,O+15,"gdviz-edge-slope",f)];return{shape:b,target:b,value:G,slope:Me}})]),this.#r.forEach(({shape:y,target:g},b)=>{z("title",{},g).textContent=
o[b]??"",g.onclick=()=>{this.choose(b)},y.toggleAttribute("data-chosen",i.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function xo({x:n,
y:e},t,r,o){let i=r?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return z(r?"rect":"circle",{...i,class:"gdviz-neuron"},o)}function wo(n,e,t){return n.
map(({x:r,y:o},i)=>{let a={...{width:2*e,height:2*e},x:r-e,y:o-e,viewBox:`${i} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return z("image",l,z("svg",a,t))})}function So(n,e,t,r,o){let i=0;for(let s of e){let a=r/s.length-2*t>2*wn;for(let{x:l,y:c}of s){let u=n.neurons[i++]??"";a?Q(l,
c-t-6,"gdviz-name",o).textContent=u:!n.maps&&!n.labels&&t>15&&(Q(l,c+5,"gdviz-name",o).textContent=u)}}}function Q(n,e,t,r){return z("text",{x:n,y:e,"text-ancho\
r":"middle",class:t},r)}function Eo(n){let e=z("defs",{},n);for(let[t,r]of[["forward","auto"],["backward","auto-start-reverse"]]){let o={viewBox:"0 0 10 10",refX:9,
refY:5,markerWidth:14,markerHeight:14},i=z("marker",{id:`gdviz-${t}`,...o,markerUnits:"userSpaceOnUse",orient:r},e);z("path",{d:"M0 0L10 5L0 10z",class:`gdviz-${t}`},
i)}}function z(n,e,t){let r=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[o,i]of Object.entries(e))r.setAttribute(o,String(i));return t?.append(
r),r}function To({sizes:n,size:[e=0,t=0]}){return n.map((r,o)=>Array.from({length:r},(i,s)=>({x:kt+o/(n.length-1)*(e-2*kt),y:t/r*(s+.5)})))}function ko(n,e,t,r,o){
return n.flatMap(i=>e.map(s=>{let a=Ao(i,s,t),l=z("line",{...a,class:"gdviz-weight"},r),c=z("line",{...a,class:"gdviz-target"},r),u=e.length>1?bo:.5,[d,h]=[i.x+
u*(s.x-i.x),i.y+u*(s.y-i.y)];return{shape:l,target:c,...Po(d,h,Math.sign(Math.round(s.y-i.y)),o)}}))}function Po(n,e,t,r){let o=Q(n+7*t,e-5,"gdviz-value",r),i=Q(
n-7*t,e+16,"gdviz-edge-slope",r),s=["end","middle","start"];return o.setAttribute("text-anchor",s[1+t]??"middle"),i.setAttribute("text-anchor",s[1-t]??"middle"),
{value:o,slope:i}}function Ao(n,e,t){let r=t/Math.hypot(e.x-n.x,e.y-n.y),[o,i]=[r*(e.x-n.x),r*(e.y-n.y)];return{x1:n.x+o,y1:n.y+i,x2:e.x-o,y2:e.y-i}}var Sn={"+":(n,e)=>n+e,"-":(n,e)=>n-e,"*":(n,e)=>n*e,"/":(n,e)=>n/e,"^":Mo,sqrt:Math.sqrt,exp:Math.exp,log:Math.log,sin:Math.sin,cos:Math.cos,tan:Math.tan,tanh:Math.
tanh,abs:Math.abs,sign:Math.sign,sigmoid:n=>1/(1+Math.exp(-n)),step:n=>n>0?1:0,max:(n,e)=>Math.max(n,e),min:(n,e)=>Math.min(n,e)};function Mo(n,e){let t=Math.abs(
e);if(!Number.isInteger(e)||t>16)return n**e;let[r,o]=[1,0];for(let i=0;i<t;i+=1){let s=r*n;o=o*n+Ro(r,n,s),r=s+o,o-=r-s}return Number.isFinite(r+o)?e<0?1/r:r:e<
0?1/n**t:n**t}function Ro(n,e,t){let[[r,o],[i,s]]=[En(n),En(e)];return o*s-(t-r*i-o*i-r*s)}function En(n){let e=134217729*n,t=e-(e-n);return[t,n-t]}var zo=new Set(
["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function ee(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;let[r,o,i]=n,s=Object.
hasOwn(Sn,r)?Sn[r]:void 0;if(!s)return NaN;let a=ee(o,e,t),l=i===void 0,c=r==="-"&&l?-a:s(a,l?NaN:ee(i,e,t));return t&&zo.has(r)&&!No(c)?c*(1+t):c}var No=n=>Math.fround(n)===n;var kn=({letters:n},e)=>Object.fromEntries(n.map((t,r)=>[t,e[r]??NaN])),Pn=(n,e)=>ee(n.value,kn(n,e));function Tn(n,e,t=0){let r=kn(n,e);return{weights:e,loss:ee(
n.value,r,t),slopes:n.slopes.map(o=>ee(o,r,t))}}var xe=class{constructor(e,t,r){this.rule=e;this.rate=t;this.memories=Array.from({length:r},()=>({}))}rule;rate;memories;#e=0;update(e){
return this.#e+=1,this.memories=this.memories.map((t,r)=>Lo(this.rule,this.rate,this.#e,e[r]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function Pt(n,e,t,r,o){
let i=new xe(e,r,t.length);return At(n,t,o,({weights:s,slopes:a})=>{let l=i.update(a);return s.map((c,u)=>c-(l[u]??NaN))})}function At(n,e,t,r){let o=[Tn(n,e)];
for(;o.length<=t;){let i=o.at(-1),s=i&&Tn(n,r(i));if(!s||![...s.weights,s.loss].every(Number.isFinite))break;o.push(s)}return o}function Lo({lines:n,constants:e},t,r,o,i){
let s={...e,η:t,g:o,t:r};for(let[a,l]of n)l&&(s[a]=i[a]??0);for(let[a,,l]of n)s[a]=ee(l,s);return s}var Mn="http://www.w3.org/2000/svg";var ce=class{#e=document.createElementNS(Mn,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[r,o],[i,s]]=e.ranges(),[[a,l],[c,u]]=[e.pixelsOf(r,s),e.pixelsOf(o,i)];this.#e.setAttribute("viewBox",[a,l,c-a,u-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${u-l}px`})}clear(){this.#e.remove()}};function te(n,{weights:e,loss:t}){
let[r=NaN,o=NaN]=e.length===1?[...e,t]:e,[i,s]=n.pixelsOf(r,o);return[An(i),An(s)]}var An=n=>Math.max(-1e5,Math.min(n,1e5));function Be(n,e,t=""){let r=e.map(s=>te(
n,s)),o=t?{stroke:t,fill:t}:{},i=r.map(([s,a])=>Z("circle","gdviz-ghost-dot",{cx:s,cy:a,r:4,...o}));return[Z("polyline","gdviz-ghost",{points:r.map(s=>s.join(",")).
join(" "),...o}),...i]}function Z(n,e,t){let r=document.createElementNS(Mn,n);r.setAttribute("class",e);for(let[o,i]of Object.entries(t))r.setAttribute(o,String(
i));return r}var we=(n,e=[],t=[])=>Z("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var Co=60,Rn=3,Oo=.05,Ho=600,Se=(n,e,t=1)=>n.map((r,o)=>r-t*(e[o]??NaN));function $o(n,e,{rate:t,weights:r},o){let i=r[o]??[],s=e.map((l,c)=>l!==i[c]);return{"f\
orgot-rate":(l,c)=>Se(l,c),"forgot-minus":(l,c,u)=>Se(l,u,-1),"forgot-both":(l,c)=>Se(l,c,-1),"forgot-memory":(l,c)=>Se(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,u)=>[...u],"one-only":(l,c,u)=>Se(l,u.map((d,h)=>s[h]?d:0))}[n]??null}function zn(n,e,t,r){let{hand:o,weights:i,slopes:s}=t,a=$o(n,e,t,r),l=o?.rules[0];
if(!o||!a||!l)return[];let c=new xe(l,t.rate,o.letters.length);for(let d of s.slice(0,r))c.update(d);let u=n==="one-only"?1:Math.min(o.steps-r,Co);return At(o,i[r]??
[],u,d=>a(d.weights,d.slopes,c.update(d.slopes)))}function Nn(n,{weights:e,spans:t},r){return n.slice(1,Rn+1).some(({weights:i},s)=>{let a=e[r+s+1];return a&&i.
some((l,c)=>!(Math.abs(l-(a[c]??NaN))<=Oo*(t[c]??NaN)))})}var Ln=n=>n.slice(0,Rn+1).map(({weights:e})=>D(e)).join(" → ");function Cn(n){let{run:e,outcome:t,known:r}=n;
if(!e.predict||!t?.guess||!t.kind)return[];let o=zn(t.kind,t.guess,e.predict,r-1);return Nn(o,e.predict,r-1)?o:[]}var qe=class{#e=new ce;#t;play(e,t,r){this.clear();
let o=r?t.length:2,i=()=>{let s=t.slice(0,o),[a,l]=te(e,s.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Be(e,s),Z("circle","gdviz-mistake",{cx:a,cy:l,
r:9})]),o>=t.length&&clearInterval(this.#t),o+=1};i(),r||(this.#t=setInterval(i,Ho))}clear(){clearInterval(this.#t),this.#e.clear()}};var Ge=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:r,outcome:o,asked:i,tally:s,seen:a}=e,l=I(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(c.lang=t.link.lang),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let u=t.predict?.texts.name??"",d=[t.run,u,r,l,i,s.count,o?.kind].join(" ");this.#e!==d&&
(this.#e=d,this.box.setAttribute("aria-label",u),this.box.replaceChildren(...t.predict&&l?this.#o(e,t.predict,l):[])),l==="step"&&this.#r(ue(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#r(e){let t=this.#n??e;this.#n=e,this.#t.forEach((r,o)=>{let i=e[o]??NaN;i!==t[o]&&ge(r.value)!==i&&(r.value=T(i))})}#o(e,t,r){
if(r==="outcome")return[...Do(e,t),...this.#i(e,t)];if(r==="step")return[this.#s(e,t)];let{texts:o,skip:i,rule:s,regime:a}=t,l=a?.zones.map(([u,d])=>je(d,()=>{this.
answers.sayRegime(u)})),c=je(o.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[de(ne(o,"regime",{rule:s})),p("div",{},...l??[],...i?[c]:[])]}#i(e,{
texts:t}){let r=Cn(e);if(!r.length)return[];let o=p("p",{role:"status"});return[je(t.mistake,()=>{o.textContent=ne(t,"mistaken",{way:Ln(r)}),this.answers.playMistake(
r)}),o]}#s(e,t){let{texts:r,letters:o,skip:i,rule:s}=t,a=ue(e)??[];this.#n=a,this.#t=o.map((m,f)=>p("input",{type:"text",autocomplete:"off",ariaLabel:m,value:T(
a[f]??NaN)}));let l=()=>this.#t.map(m=>ge(m.value));for(let[m,f]of this.#t.entries())f.oninput=()=>{let y=ge(f.value);Number.isFinite(y)&&this.answers.moveRing(
(this.#n??[]).map((g,b)=>b===m?y:g))};let c=ne(r,o.length===1?"ask":"ask_many",{rule:s,letter:o[0]??""}),u=p("p",{className:"gdviz-bad",role:"alert"}),d=je(r.skip,
()=>{this.answers.sayStep(null)},"gdviz-quiet"),h=p("form",{noValidate:!0},...c?[de(c)]:[],...o.map((m,f)=>p("label",{},`${m} = `,this.#t[f]??"")),p("button",{type:"\
submit",textContent:r.guess??""}),...i?[d]:[],u);return h.onsubmit=m=>{m.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):u.textContent=r["\
not-a-number"]??""},h}};function Do(n,{texts:e,regime:t}){let{outcome:r,tally:o,frame:i}=n;if(!r)return[];let{kind:s,guess:a,numbers:l}=r,{count:c,right:u,distance:d}=o,
h=100*d/Math.max(c,1),m={count:String(c),right:String(u),distance:h<1e3?`${le(h)} %`:`${le(h/100)} ×`},f=Le(s)?"gdviz-good":"gdviz-bad";return[...a?[de(ne(e,s===
"exact"?"hit":"result",l),f)]:[],...s?[de(ne(e,s,{told:t?.told??"",...l}),f)]:[],...c?[de(ne(e,"tally",m),"gdviz-quiet")]:[],...i<x(n)?[de(ne(e,"next"),"gdviz-q\
uiet")]:[]]}var ne=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(r,o)=>t[o]??r),de=(n,e="")=>p("p",{textContent:n,className:e}),je=(n,e,t="")=>p("button",{type:"\
button",textContent:n??"",onclick:e,className:t});var On=240;function Ue(n){let e=10**Math.floor(Math.log10(n/On));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/On)??10*e}var Hn=(n,e)=>n.slice(0,e.length).map((t,r)=>{
let o=Ue(e[r]??1);return Number((Math.round(t/o)*o).toPrecision(12))}),Mt=(n,[e,t])=>Math.max(e,Math.min(n,t)),Io={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},We=class{constructor(e){this.move=e}move;#e=p("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#r=null;show(e,t){
this.#r=e;let{predict:r}=e.run,o=ue(e);if(this.#t!==t&&this.#o(t),!r||!t||!o?.length){this.#e.remove();return}let[i,s]=t.ranges(),a=Mt(o[0]??NaN,i),l=Mt(o[1]??t.
heightAt(a),s),[c,u]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${u}px`}),this.#e.toggleAttribute("data-still",I(e)!=="step"),this.#e.setAttribute(
"aria-label",`${r.texts.name??""}: ${D(o)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let r=Io[e],o=this.#r,i=o&&I(o)==="step"?ue(o):null;if(!o?.run.predict||!r||!i||r[1]&&i.length<2)return!1;let{spans:s}=o.run.predict,a=t?10:1,l=i.map(
(c,u)=>c+a*(r[u]??0)*Ue(s[u]??1));return this.move(Hn(l,s)),!0}destroy(){this.#n.abort(),this.#e.remove()}#o(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:r}=e??{},o=null,i=({clientX:a,clientY:l,pointerId:c})=>{let u=this.#r?.run.predict?.spans;if(!e||!u||c!==o)return;let d=e.
ranges(),h=e.placeAt(a,l).map((m,f)=>Mt(m,d[f===0?0:1]));this.move(Hn(h,u))},s=()=>{o=null};r?.addEventListener("pointerdown",a=>{!this.#r||I(this.#r)!=="step"||
!a.isPrimary||(r.setPointerCapture(a.pointerId),o=a.pointerId,i(a))},t),r?.addEventListener("pointermove",i,t),r?.addEventListener("pointerup",s,t),r?.addEventListener(
"pointercancel",s,t)}};var Vo=300,Fo=400,$n=4,Bo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},_e=class{constructor(e){this.choose=e;let t={signal:this.#r.signal},
r=this.#e;r.addEventListener("pointerdown",this.#f,t),r.addEventListener("pointermove",this.#c,t),r.addEventListener("pointerup",this.#l,t),r.addEventListener("\
pointercancel",this.#h,t),r.addEventListener("keydown",this.#y,t)}choose;#e=p("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=p("div",{className:"\
gdviz-told"});#n=new ce;#r=new AbortController;#o=null;#i=null;#s=null;#a="";#d;show(e,t){this.#i=e,this.#o=t;let{hand:r,run:o,locked:i}=e.run;this.#a&&this.#a!==
o&&this.clear();let s=r&&!i&&!e.playing&&t?qo(e,t):null;if(!r||!t||!s){this.#e.remove();return}this.#s||(this.#e.ariaLabel=r.texts.name??"",this.#u(t,s))}tryRate(e){
let t=this.#i?.run.hand;!t||t.rules.length>1||e!==null&&this.#p(t,t.start,e)}nudge(e){let t=this.#i?.run.hand;return!t||!this.#o||this.#i?.playing||this.#i?.run.
locked?null:(this.#m((this.#s??t.start).map((r,o)=>r+e*Ke(t,o))),this.#s&&T(this.#s[0]??NaN))}release(){this.#l()}clear(){this.#a="",this.#s=null,this.#n.clear(),
this.#t.remove(),this.#o?.fade(!1)}destroy(){clearTimeout(this.#d),this.#r.abort(),this.clear(),this.#e.remove()}#f=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#s=this.#i?.run.hand?.start??null,this.#c(e))};#c=({clientX:e,clientY:t})=>{this.#s&&this.#o&&this.#m(this.#o.placeAt(e,t))};#l=()=>{this.#s&&
this.#g(this.#s)};#h=()=>{this.clear(),this.#i&&this.show(this.#i,this.#o)};#y=e=>{let t=Bo[e.key],r=this.#i?.run.hand;if(!t||!r||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&r.domain.length<2)return;e.preventDefault();let o=e.shiftKey?10:1;this.#m((this.#s??r.start).map((i,s)=>i+o*(t[s]??0)*Ke(r,s))),clearTimeout(this.#d),this.#d=
setTimeout(this.#l,Fo)};#m(e){let t=this.#i?.run.hand;if(!t||!this.#o)return;let r=t.domain.map(([i=0,s=0],a)=>{let l=Math.round((e[a]??0)/Ke(t,a))*Ke(t,a);return Number(
Math.max(i,Math.min(l,s)).toPrecision(12))});this.#s=r,this.#p(t,r,null);let o=Pn(t,r);this.#u(this.#o,r.length===1?[...r,o]:r)}#g(e){this.#s=null;let t=this.#i?.
run.hand?.start??[];e.every((r,o)=>r===t[o])?this.#h():this.choose(e)}#u(e,[t=NaN,r=NaN]){let[o,i]=e.pixelsOf(t,r);Object.assign(this.#e.style,{left:`${o}px`,top:`${i}\
px`}),this.#e.ariaValueText=T(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#p(e,t,r){let o=this.#o;if(!o||!this.#i)
return;this.#a=this.#i.run.run,o.fade(!0);let i=Math.min(e.steps,Vo),s=e.rules.map(u=>Pt(e,u,t,r??u.constants.η??NaN,i)),a=s.flatMap((u,d)=>Be(o,u,e.rules[d]?.
color)),[l,c]=s[0]??[];l&&a.push(...this.#v(o,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?jo(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(o,a),this.#t.
parentElement!==o.overlay&&o.overlay.append(this.#t)}#v(e,t,r,o){let i=te(e,r),s=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=r.slopes[0]??NaN,[u=NaN]=r.weights,
d=[a,l].map(h=>e.pixelsOf(h,r.loss+c*(h-u)));s.push(we("gdviz-tangent-line",d[0],d[1]))}else{let[a,l]=r.slopes.map(m=>-m),c=te(e,{...r,weights:r.weights.map((m,f)=>m+
([a,l][f]??0))}),[u,d]=[c[0]-i[0],c[1]-i[1]],h=Math.hypot(u,d)||1;s.push(we("gdviz-tangent-line",i,[i[0]+60*u/h,i[1]+60*d/h]))}if(o){let a=te(e,o);s.push(we("gd\
viz-step-line",i,[a[0],i[1]]),we("gdviz-step-line",[a[0],i[1]],a)),s.push(Z("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return s.push(Z("circle","gdviz-held",
{cx:i[0],cy:i[1],r:9})),s}},Ke=({domain:n},e)=>Ue((n[e]?.[1]??1)-(n[e]?.[0]??0));function qo(n,e){let t=q(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let r=B(t).indexOf(t.movers[0]??-1),{x:o,y:i}=X(_(n,t))[r]??{},s=[o?.[0]??NaN,i?.[0]??NaN];return s.every(Number.isFinite)?s:null}function jo({
names:n,texts:e},t,r){let o=i=>{let s=T(i,$n);return`${Math.abs(Number(i.toPrecision($n))-i)<=1e-12*Math.abs(i)?"=":"≈"} ${s}`};return n.map((i,s)=>{let a=t.weights[s]??
NaN,l=r?` · Δ${i} ${o(a-(r.weights[s]??NaN))}`:"";return`${i} ${o(a)} · ${e.slope??""} ${o(t.slopes[s]??NaN)}${l}`}).join(`
`)}var Go=".gdviz-track input, .st-key-eta input",Wo=".gdviz-play",Uo="[data-testid=stPopoverBody]",Ze=class{#e=p("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(Dn("rate",e.to_rate,Go),Dn("player",e.to_player,
Wo)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let r=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${Uo} :is(button, input, [tabindex="0"])`);return r?(r.focus(),e.preventDefault(),!0):!1}};function Dn(n,e,t){let r=p("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return r.onclick=o=>{o.preventDefault(),document.querySelector(t)?.focus()},r}function In(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var Vn={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Ko="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",_o="[role=combobox][aria-expanded=false]",Zo=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function Fn(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],r=s=>t instanceof Element&&t.closest(s)!==null;if(r(Ko)&&!(r(_o)&&Zo.test(n.key))&&!r(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&Yo(t))return;if(!r("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let i=Vn[n.key]??Vn[n.key.toLowerCase()];!i||n.shiftKey||n.key===" "&&r("button, a, summary, select")||(n.preventDefault(),e.act(i))}function Yo(n){let e=n.
closest(".gdviz-table")??n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function Bn(n,{name:e,task:t,state:r,solved:o}){n.toggleAttribute("data-solved",o),n.replaceChildren(p("strong",{textContent:e}),p("p",{textContent:t}),p("p",{textContent:r,
role:"status"}))}var Rt=["aria-label","placeholder"],Jo=Rt.map(n=>`[${n}]`).join(),qn="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",Xo=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function jn(n,e){for(let[t,r]of Xo){let o=r.exec(n);if(o)return(e[t]??n).replace("{what}",()=>o[1]??"")}return n}var Gn=new WeakMap,
Ye=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:r,type:o}of e)if(t instanceof Text)this.#r(t);else if(o==="attributes")this.#o(t);else for(let i of r)
i instanceof HTMLElement&&this.#n(i)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...Rt]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([r,o])=>this.#e[r]===o);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(Jo)])this.#o(t);for(let{firstChild:t}of[e,...e.querySelectorAll(qn)])t instanceof Text&&this.#r(t)}#r(e){e.parentElement?.matches(qn)&&Wn(
e.data,jn(e.data,this.#e),t=>{e.data=t})}#o(e){for(let t of Rt){let r=e.getAttribute(t);if(r===null)continue;let[o,i]=Gn.get(e)??[],s=o!==void 0&&r===i?o:r,a=jn(
s,this.#e);a===s&&r===s||(Gn.set(e,[s,a]),Wn(r,a,l=>{e.setAttribute(t,l)}))}}};function Wn(n,e,t){n!==e&&t(e)}function Kn({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function _n(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function Je(n,e,t,r=!1){return n.addEventListener(
e,t,r),()=>{n.removeEventListener(e,t,r)}}function Zn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var Un=".js-plotly-plot, [data-gdviz]";function Yn(n){let e=r=>r instanceof HTMLElement&&
(r.matches(Un)||r.querySelector(Un)!==null),t=new MutationObserver(r=>{r.some(({target:i,addedNodes:s,removedNodes:a})=>i instanceof HTMLElement&&(s.length>0&&i.
matches(".js-plotly-plot")||[...s,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var Qo=["first","back","next","last","sound"],Xe=n=>A(n.run,n.run.player.position,E(n)),Qe=class{constructor(e,t){this.root=e;this.controls=t;this.#e=P(e,".gdvi\
z-scrub"),this.#t=P(e,".gdviz-speed"),e.onclick=({target:r})=>{let o=r.closest("[data-do]");o&&t.act(o.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
ze(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#r="";#o="";show(e){let{run:t,frame:r,playing:o}=e;this.#n!==t&&
this.#d(t),this.#e.max=String(x(e)),this.#e.value=String(r),this.#e.setAttribute("aria-valuetext",Xe(e)),this.#t.value=String(e.speed),P(this.root,".gdviz-statu\
s").textContent=A(t,t.player.status,E(e)),o||(P(this.root,".gdviz-said").textContent=this.#i(e)),this.#s(e),this.root.toggleAttribute("data-playing",o!==null),this.
root.hidden=x(e)===0,ye(this.#a("play"),o?t.player.pause:t.player.play);for(let s of["first","back"])this.#a(s).disabled=r===0;this.#a("next").disabled=r===x(e),
this.#a("last").disabled=r===U(e);let i=this.#a("sound");i.ariaPressed=String(e.sound),i.hidden=!t.sound;for(let s of ae(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=s.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<x(e);s.hidden=!!l||!t.tools.includes(a)}}#i(e){let{run:t,frame:r,seen:o}=e,
i=t.link?.stop??"";i!==this.#r&&([this.#r,this.#o]=[i,t.run]);let a=this.#o===t.run&&r===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=o&&r===x(e)?t.player.
verdict:"";return[a,Xe(e),l].filter(Boolean).join(" ")}#s(e){let{run:t,frame:r,seen:o}=e,i=o&&r===x(e)&&!pe("worked")?t.player.verdict:"",s=P(this.root,".gdviz-\
keys");s.classList.toggle("gdviz-ended",!!i),s.textContent=i||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return P(this.root,`[data-do="${e}"]`)}#d(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let o of Qo)ye(this.#a(o),t[o]);ye(this.#e,t.scrub),ye(this.#t,t.speed);let r=P(this.root,".gdviz-status");r.style.minWidth=
"",r.textContent=A(e,t.status,S(e.steps,e.steps.length-1)),r.style.minWidth=`${r.getBoundingClientRect().width}px`;for(let o of["picture","home","share"])this.#a(
o).textContent=t[o]}};var ei=.13,ti=150,et=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#r;show(e,t){let{rate:r}=t.run,o=r&&be(t)?{...r,zones:[],ticks:[]}:
r,i=JSON.stringify(o);if(!o||this.#n||this.#r||this.#e===i&&this.#t===e&&e.firstChild)return;let s=e.contains(document.activeElement);[this.#e,this.#t]=[i,e];let a=this.#o(
o);e.replaceChildren(...a),s&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#r)}#o({name:e,value:t,rates:r,zones:o,ticks:i,earlier:s,restart:a,locked:l}){let c=p("output",{textContent:`\
η = ${T(t)}`}),u=p("input",{type:"range",min:"0",max:String(r.length-1),step:"1",ariaLabel:e,ariaValueText:T(t),disabled:l});u.value=String(r.indexOf(t));let d=()=>r[Number(
u.value)]??t;u.oninput=()=>{this.#n=!0,c.textContent=`η = ${T(d())}`,u.ariaValueText=T(d()),this.move(d())},u.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#r),this.#r=setTimeout(()=>{this.#r=void 0,this.choose(d())},ti)},ze(u);let h=p("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[R,w,F]of o){let O=p(
"span",{className:`gdviz-${R}`});Object.assign(O.style,{left:zt(w),width:zt(F-w)}),h.append(O)}let m=p("div",{className:"gdviz-ticks",ariaHidden:"true"}),[f=0,y=1]=i.
map(([,R])=>R);for(let[R,[w,F]]of i.entries()){let O=i.length<2||y-f>ei?"":R?"gdviz-after":"gdviz-before",G=p("small",{textContent:w,className:O});G.style.left=
zt(F),m.append(G)}let g=()=>{this.choose(t)},b=p("button",{type:"button",className:"gdviz-earlier",textContent:`${s} ✕`,title:a,ariaLabel:`${s}. ${a}`,onclick:g});
return[p("div",{className:"gdviz-rate-name"},p("span",{textContent:e}),...s?[b]:[],c),p("div",{className:"gdviz-track"},h,u),m]}},zt=n=>`${(100*n).toFixed(2)}%`;var ni=7;function Jn(n,e){if(!n?.playing||!e.resumes)return null;let[t,r]=[n.run.link,e.link],o=r?.eta,i=E(n);if(!t?.eta||!o||o===t.eta||i===0||!oi(t,r))return null;
let s=[...t.schedule?.split(",")??[],`${t.eta}@${i}`];return s.length>ni?null:{schedule:s.join(","),eta:o}}var Xn=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,ri=new Set(["eta","schedule","step"]);function oi(n,e){let t=r=>JSON.stringify(Object.entries(r).filter(([o])=>!ri.has(o)));return t(n)===t(e)}var ii=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function Qn(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await si(n)}).click()}async function si(n){let e=n.cloneNode(!0),{width:t,height:r}=n.viewBox.baseVal,o=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let u=getComputedStyle(l),d=o[c]?.style;if(d)for(let h of ii)d[h]=u[h]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*r));
let i=new Image;i.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await i.decode();let s=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*r}),a=s.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,s.width,s.height),a.drawImage(i,0,0),s.toDataURL("image/png")}var ai=["linear","log"],tt=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:r}){if(this.#e===t&&this.#t===r&&e.firstChild)return;
[this.#e,this.#t]=[t,r];let o=ai.map(i=>p("button",{type:"button",textContent:t.player[i],ariaPressed:String(r===i),onclick:()=>{this.choose(i),P(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(p("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...o))}};var li=6,ui=400,ci={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},di={eta:"η",w:"W"},nt=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#r;show(e,t){
let r=JSON.stringify(t);if(e.dataset.shown===r&&this.#e===r||this.#t)return;this.#e=e.dataset.shown=r;let{activeElement:i}=document,s=e.contains(i)||this.#n&&i===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#o(a,l))),s&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#r)}#o(e,t){let r=this.controls[t];return r?this.#i(e,t,r):t?p("strong",{textContent:e}):e}#i(e,t,r){let o=p("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:di[t]??t}),i=a=>{o.textContent=o.ariaValueText=a,o.ariaValueNow=a.replace("−","-")};i(e);let s=a=>{let l=r.nudge(a);l!==null&&
i(l)};return o.onpointerdown=a=>{!a.isPrimary||a.button!==0||(o.setPointerCapture(a.pointerId),this.#t={control:r,x:a.clientX,steps:0})},o.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/li);l!==this.#t.steps&&s(l-this.#t.steps),this.#t.steps=l},o.onpointerup=o.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&r.release()},o.onkeydown=a=>{let l=ci[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,s(a.shiftKey?10*l:l),clearTimeout(
this.#r),this.#r=setTimeout(()=>{r.release()},ui))},o}};var hi=110,fi=4,mi=.01,pi=.16,yi=.8;function gi(n){let e=Math.log10(Math.abs(n)/mi);return hi*2**Math.max(0,Math.min(e,fi))}function vi(n,e){let t=e?Math.sign(n):
0,r=t<0?"square":"triangle";return{frequency:gi(n),wave:r,side:yi*t,after:0,seconds:pi}}var bi={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function xi(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let r=n.frame===x(n)?bi[e.end]:[];return[vi(t,e.sided),...r??[]]}var wi=.2,Si=.06,Ei=.01,rt=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let r of xi(e))this.#t(r)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:r,side:o,after:i,seconds:s}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+i,a.currentTime+i+s],[u,d,h]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];u.type=r,u.frequency.setValueAtTime(e,l),t&&u.frequency.exponentialRampToValueAtTime(t,c),d.gain.setValueAtTime(
0,l),d.gain.linearRampToValueAtTime(r==="square"||r==="sawtooth"?Si:wi,l+Ei),d.gain.linearRampToValueAtTime(0,c),h.pan.setValueAtTime(o,l),u.connect(d).connect(
h).connect(a.destination),u.start(l),u.stop(c)}};function er(n,e){let{run:t,seen:r}=e,o=be(e)?"":t.summary??"",i=`${r} ${o}`;if(n.dataset.shown!==i){if(n.innerHTML=o,!r)for(let s of ae(n,".gdviz-end"))s.remove();
n.dataset.shown=i}}var re=28,tr=2,Ti=({run:n},e)=>n.table?.shown?S(n.steps,e):e,ot=class{#e=null;#t=null;#n=null;show(e,t){let{table:r,last:o}=t.run;if(!r)return;this.#n=t,(this.#e!==
e||this.#t!==r||!e.firstChild)&&([this.#e,this.#t]=[e,r],this.#r(e,r,r.shown?x(t)+1:o+1));let i=P(e,".gdviz-rows"),s=(r.shown?t.frame:E(t))*re;(s<i.scrollTop||s+
re>i.scrollTop+i.clientHeight)&&(i.scrollTop=s-i.clientHeight/2),nr(i,r,t)}#r(e,t,r){let o=rr(t.columns.map(([c])=>c),"columnheader");o.classList.add("gdviz-hea\
d");let i=p("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});i.onscroll=()=>{o.style.translate=`${-i.scrollLeft}px`,this.#n?.run.table&&
nr(i,this.#n.run.table,this.#n)};let s=p("div",{className:"gdviz-spacer"});s.style.height=`${r*re}px`,i.append(s);let a=p("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},o,i),l=t.columns.map(([c,u])=>Pi(this.#n?.run,c,u));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,u)=>c+u,0)}ch`),a.style.setProperty("--row",`${re}px`),a.setAttribute("aria-rowcount",String(r+1)),e.replaceChildren(a)}},ki=13;function Pi(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:ki):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((o,i)=>Math.max(o,i.
replaceAll(" × ","×").length),e.length)}function nr(n,e,t){let{run:r}=t,o=Math.max(0,Math.floor(n.scrollTop/re)-tr),i=r.predict?S(r.steps,U(t)):r.last,s=e.shown?
r.steps.length:i+1,a=Math.min(s,o+Math.ceil(n.clientHeight/re)+3*tr),l=[];for(let c=o;c<a;c++){let u=Ti(t,c),d=u===i&&K(t),h=e.columns.map(([,f])=>f==="step"?String(
u):d&&f.startsWith("dW")?"":A(r,`{${f}}`,u).replaceAll(" × ","×")),m=rr(h,"cell");m.style.top=`${c*re}px`,m.setAttribute("aria-rowindex",String(c+2)),u===E(t)&&
m.setAttribute("aria-current","step"),l.push(m)}for(let c of ae(n,".gdviz-spacer"))c.replaceChildren(...l)}function rr(n,e){return p("div",{className:"gdviz-row",
role:"row"},...n.map(t=>p("span",{role:e,textContent:t})))}var Ai=[1,.95,.9,.85,.8,.75],or=[!1,!0].flatMap(n=>Ai.map(e=>({size:e,isDense:n}))),it=class{#e=null;#t="";#n=[];#r=0;#o=!1;show(e,t){let{run:r,frame:o,known:i,
outcome:s}=t;if(!r.worked)return;let{worked:a}=r,l=!!s?.guess&&o===i,c=S(r.steps,l?o-1:o),u=c>=r.last,d=K(t)&&!l;this.#i(e,r,a);let h=u||d?a.last:a.rows,m=ir(a,
h,h.map(([y,g])=>[A(r,y,c),A(r,g,c)]));m.style.minHeight=`${this.#r}px`,m.classList.toggle("gdviz-dense",this.#o),[...m.children].forEach((y,g)=>{y.style.minHeight=
`${this.#n[g]??0}px`});let f=p("p",{className:"gdviz-end-here",textContent:r.player.verdict});u&&t.seen&&a.last.length<a.rows.length&&m.append(f),e.replaceChildren(
p("h2",{textContent:A(r,u?a.end:a.title,c)}),m)}#i(e,t,r){let o=Mi(e),i=`${e.className} ${e.clientWidth} ${o?.clientHeight??0} ${zi()}`;if(this.#e===t&&this.#t===
i)return;[this.#e,this.#t]=[t,i];let s=t.steps.filter(m=>m<t.last),a=m=>s.map(f=>A(t,m,f)).reduce((f,y)=>y.length>f.length?y:f,""),l=r.rows.map(([m,f])=>[a(m),a(
f)]),c=ir(r,r.rows,l);e.replaceChildren(p("h2",{textContent:a(r.title)}),c);let u=({size:m,isDense:f},y)=>(e.style.setProperty("--size",String(m)),c.classList.toggle(
"gdviz-dense",f),c.getBoundingClientRect().bottom<=y),d=o?o.getBoundingClientRect().top-o.scrollTop+o.clientHeight:1/0,h=o?d-Ri(e,o):1/0;or.some(m=>u(m,h))||or.
some(m=>u(m,d)),this.#n=[...c.children].map(m=>m.getBoundingClientRect().height),this.#r=c.getBoundingClientRect().height,this.#o=c.classList.contains("gdviz-de\
nse")}};function Mi(n){let e=n.closest(".st-key-side");return e&&getComputedStyle(e).overflowY==="auto"?e:null}function Ri(n,e){let t=Array.from(e.children);return t.
slice(t.findIndex(o=>o.contains(n))+1).reduce((o,i)=>o+(parseFloat(getComputedStyle(i).minHeight)||0),0)}var zi=()=>[...document.fonts].filter(({status:n})=>n===
"loaded").length;function ir({columns:n=1,rows:e},t,r){let o=p("dl"),i=Math.floor((t.length-(t===e?1:0))/n);return o.style.setProperty("--columns",String(n)),n>
1&&o.style.setProperty("--rows",String(i)),t.forEach(([,,s],a)=>{let[l="",c=""]=r[a]??[],u=p("div",{hidden:!l},p("dt",{textContent:l}),p("dd",{},...Ni(c)));s&&u.
style.setProperty("--mark",s),u.classList.toggle("gdviz-marked",s!==void 0),u.classList.toggle("gdviz-of-all",n>1&&a>=i*n),o.append(u)}),o}function Ni(n){return n.
split(/([WEη](?![a-z]))/).map((e,t)=>t%2?p("i",{textContent:e}):e)}var sr={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},st=class{constructor(e,t,r,o,i){this.store=
t;this.renderer=r;this.textOf=o;this.tell=i;this.#t=new $e(t,this,sr),this.#n=new Qe(e,{act:this.act,seek:a=>{t.jump(a)},setSpeed:a=>{t.setSpeed(a)}}),this.#s=new tt(
a=>{t.choose(a)}),this.#d=new Fe(a=>{this.tell("weight",a)}),this.#f=new et(a=>{this.#l.tryRate(a)},a=>{St("eta",a)}),this.#h=new We(a=>{t.moveRing(a)}),this.#l=
new _e(a=>{this.#C(a)}),this.#a=new nt({eta:this.#f,w:this.#l}),this.#c=new Ge(P(e,".gdviz-guess"),{moveRing:a=>{t.moveRing(a)},sayStep:a=>{this.#t.reveal(a)},playMistake:a=>{
let l=t.state&&this.#L(t.state);l&&this.#y.play(l,a,sr.isStill())},sayRegime:a=>{t.sayRegime(a),a===null&&this.#h.focus()}}),this.#p=new Ie(()=>window.dispatchEvent(
new PopStateEvent("popstate"))),this.#m=new Oe(t,a=>{this.tell("shown",a)}),this.#w=[t.subscribe(this.#O),pn(this.#T),yn(this.#k),Je(document,"keydown",a=>{!this.#g.
takesKey(a)&&e.isConnected&&t.state&&Fn(a,this)},!0),Je(document,"click",Kn),Je(document,"keydown",_n,!0),Zn(this.#M),Yn(this.#M)];let s=t.state;this.#T(),t.state&&
t.state===s&&this.#z(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;textOf;tell;#e=new Map;#t;#n;#r=new it;#o=new ot;#i=new Ve;#s;#a;#d;#f;#c;#l;#h;#y=new qe;#m;#g=new Ze;#u=new Ye;#p;#v=new rt;#w;#b=null;#S=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#w)t();this.#y.clear();let e=[this.#n,this.#f,this.#l,this.#a,this.#h,this.#m,this.#g,this.#u,this.#p,this.#v];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():K(t)?this.#E():this.#t.play()},next:()=>{K(t)?this.#E():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(x(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#x(t)},home:()=>{this.tell("panel",{tool:"home",step:E(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:E(t)})},look:()=>{this.tell("panel",{tool:"look",step:E(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
I(t)==="step"?(this.#c.submit(),!0):this.#h.takesKey(e)}#E(){this.store.ask(),this.#h.focus()}async#x(e){let t=`gdviz-${E(e)}`,[r]=e.run.scenes;if(r)await this.#e.
get(r.chart)?.save(t);else{let o=pe("graph")?.querySelector("svg");o&&await Qn(o,t)}}#T=()=>{let e=mn(),t=e&&this.store.receive(this.textOf(e));if(!t){this.#k();
return}let r=this.#b;if(this.#b=null,r&&Xn(t,r)){this.store.resume(t),this.#t.play();return}this.#b=Jn(this.store.state,t),this.#b?(this.store.pause(),St("sched\
ule",this.#b.schedule)):this.store.load(t)};#k=()=>{this.#f.forget(),this.#M()};#O=(e,t)=>{this.#v.show(e,t),t&&Li(e,t)?(this.#c.show(e),this.#P(e)):this.#z(e)};#z(e){
let t=q(e).map(async r=>this.#A(r.chart)?.show(_(e,r)));this.#S=Promise.all(t),this.#S.then(this.#R),this.#N(e),this.#m.show(e)}#N(e){let{run:t,frame:r}=e;this.#n.
show(e),this.#g.show(t),this.#u.show(t),this.#p.show(t.player.away);let o=e.seen?t.player.verdict:"",i=t.player.alt.replace("{verdict}",o).replace("{position}",
Xe(e)).trim();for(let{chart:s}of q(e))this.#e.get(s)?.element.setAttribute("aria-label",i);Y("worked",s=>{this.#r.show(s,e)}),Y("table",s=>{this.#o.show(s,e)}),
Y("scale",s=>{this.#s.show(s,e)}),Y("rate",s=>{this.#f.show(s,e)}),Y("graph",s=>{t.graph&&this.#d.show(s,t.graph,r,A(t,t.player.graph??"",E(e)))}),this.#i.show(
t),Y("story",s=>{t.story&&this.#a.show(s,t.story)}),Y("summary",s=>{er(s,e)}),Y("mission",s=>{t.mission&&Bn(s,t.mission)}),this.#c.show(e),this.#P(e)}#P(e){let t=this.#L(
e);this.#h.show(e,t),this.#l.show(e,t),I(e)!=="outcome"&&this.#y.clear()}#L(e){let t=e.run.scenes.find(o=>o.clickable??o.grid),r=t&&this.#e.get(t.chart);return r?.
isThere()?r:null}#A(e){let t=this.#e.get(e),r=this.renderer.find(e);if(t?.element===r&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!r)return null;let o=this.
renderer.mount(r,{onStart:i=>{this.#C(i)},onTap:i=>{this.tell("tap",i)},onRedraw:i=>{this.#H(e,i)}});return this.#e.set(e,o),o}#C(e){let t=this.store.state?.run;
t&&!t.locked&&!t.predict&&this.tell("start",e)}#H(e,t){let{state:r}=this.store;if(!r)return;let o=q(r).find(({chart:i})=>i===e);t&&o&&this.#A(e)?.show(_(r,o)).then(
this.#R),this.#P(r)}#M=()=>{let{state:e}=this.store;if(!e)return;for(let[r,o]of this.#e)o.isThere()||(o.destroy(),this.#e.delete(r));let t=new Set(this.#e.values());
for(let r of q(e)){let o=this.#A(r.chart);o&&!t.has(o)&&o.show(_(e,r)).then(this.#R)}this.#N(e)};#R=()=>{let{state:e}=this.store,t=r=>!!this.#e.get(r)?.element.
dataset.step;e&&(this.#n.markDrawn(q(e).every(({chart:r})=>t(r))),e.playing||In())};async settle(){await this.#S}async slide(e){let{state:t}=this.store;if(!t)return;
let{frame:r}=t,o=q(t).map(async i=>this.#e.get(i.chart)?.animate(_(t,i,r),_(t,i,r+1),e));await Promise.all(o)}},Y=(n,e)=>{let t=pe(n);t&&e(t)},Li=(n,e)=>Object.
keys(n).every(t=>t==="ring"||n[t]===e[t]);var ar="gdviz-tally";function lr(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(ar)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function ur(n){try{n.count&&sessionStorage.setItem(ar,JSON.stringify(n))}catch{}}var at=new Ce;at.tally=lr();at.subscribe(({tally:n},e)=>{e&&n!==e.tally&&ur(n)});var cr=[],Ee=null,dr=(n,e)=>({parentElement:t,setTriggerValue:r})=>yt(cr,{place:P(
t,".gdviz-player"),tell:r},()=>{Ci(n,e)});function Ci(n,e){let t=gt(cr);if(Ee&&Ee.panel===t){Ee.player.tell=t.tell;return}Ee?.player.destroy(),Ee=t?{panel:t,player:new st(
t.place,at,n(at),e,t.tell)}:null}var C=Uint8Array,he=Uint16Array,Oi=Int32Array,hr=new C([0,0,0,0,0,0,0,0,1,1,1,1,2,2,2,2,3,3,3,3,4,4,4,4,5,5,5,5,0,0,0,0]),fr=new C([0,0,0,0,1,1,2,2,3,3,4,4,5,5,
6,6,7,7,8,8,9,9,10,10,11,11,12,12,13,13,0,0]),Hi=new C([16,17,18,0,8,7,9,6,10,5,11,4,12,3,13,2,14,1,15]),mr=function(n,e){for(var t=new he(31),r=0;r<31;++r)t[r]=
e+=1<<n[r-1];for(var o=new Oi(t[30]),r=1;r<30;++r)for(var i=t[r];i<t[r+1];++i)o[i]=i-t[r]<<5|r;return{b:t,r:o}},pr=mr(hr,2),yr=pr.b,$i=pr.r;yr[28]=258,$i[258]=28;
var gr=mr(fr,0),Di=gr.b,bl=gr.r,Ct=new he(32768);for(v=0;v<32768;++v)j=(v&43690)>>1|(v&21845)<<1,j=(j&52428)>>2|(j&13107)<<2,j=(j&61680)>>4|(j&3855)<<4,Ct[v]=((j&
65280)>>8|(j&255)<<8)>>1;var j,v,Te=(function(n,e,t){for(var r=n.length,o=0,i=new he(e);o<r;++o)n[o]&&++i[n[o]-1];var s=new he(e);for(o=1;o<e;++o)s[o]=s[o-1]+i[o-
1]<<1;var a;if(t){a=new he(1<<e);var l=15-e;for(o=0;o<r;++o)if(n[o])for(var c=o<<4|n[o],u=e-n[o],d=s[n[o]-1]++<<u,h=d|(1<<u)-1;d<=h;++d)a[Ct[d]>>l]=c}else for(a=
new he(r),o=0;o<r;++o)n[o]&&(a[o]=Ct[s[n[o]-1]++]>>15-n[o]);return a}),ke=new C(288);for(v=0;v<144;++v)ke[v]=8;var v;for(v=144;v<256;++v)ke[v]=9;var v;for(v=256;v<
280;++v)ke[v]=7;var v;for(v=280;v<288;++v)ke[v]=8;var v,vr=new C(32);for(v=0;v<32;++v)vr[v]=5;var v;var Ii=Te(ke,9,1);var Vi=Te(vr,5,1),Nt=function(n){for(var e=n[0],t=1;t<n.length;++t)n[t]>e&&(e=n[t]);return e},H=function(n,e,t){var r=e/8|0;return(n[r]|n[r+1]<<8)>>(e&7)&t},Lt=function(n,e){
var t=e/8|0;return(n[t]|n[t+1]<<8|n[t+2]<<16)>>(e&7)},Fi=function(n){return(n+7)/8|0},Bi=function(n,e,t){return(e==null||e<0)&&(e=0),(t==null||t>n.length)&&(t=n.
length),new C(n.subarray(e,t))};var qi=["unexpected EOF","invalid block type","invalid length/literal","invalid distance","stream finished","no stream handler",,"no callback","invalid UTF-8 da\
ta","extra field too long","date not in range 1980-2099","filename too long","stream finishing","invalid zip data"],$=function(n,e,t){var r=new Error(e||qi[n]);
if(r.code=n,Error.captureStackTrace&&Error.captureStackTrace(r,$),!t)throw r;return r},ji=function(n,e,t,r){var o=n.length,i=r?r.length:0;if(!o||e.f&&!e.l)return t||
new C(0);var s=!t,a=s||e.i!=2,l=e.i;s&&(t=new C(o*3));var c=function(tn){var nn=t.length;if(tn>nn){var rn=new C(Math.max(nn*2,tn));rn.set(t),t=rn}},u=e.f||0,d=e.
p||0,h=e.b||0,m=e.l,f=e.d,y=e.m,g=e.n,b=o*8;do{if(!m){u=H(n,d,1);var R=H(n,d+1,3);if(d+=3,R)if(R==1)m=Ii,f=Vi,y=9,g=5;else if(R==2){var G=H(n,d,31)+257,Me=H(n,d+
10,15)+4,_t=G+H(n,d+5,31)+1;d+=14;for(var fe=new C(_t),ht=new C(19),N=0;N<Me;++N)ht[Hi[N]]=H(n,d+N*3,7);d+=Me*3;for(var Zt=Nt(ht),Zr=(1<<Zt)-1,Yr=Te(ht,Zt,1),N=0;N<
_t;){var Yt=Yr[H(n,d,Zr)];d+=Yt&15;var w=Yt>>4;if(w<16)fe[N++]=w;else{var ie=0,Re=0;for(w==16?(Re=3+H(n,d,3),d+=2,ie=fe[N-1]):w==17?(Re=3+H(n,d,7),d+=3):w==18&&
(Re=11+H(n,d,127),d+=7);Re--;)fe[N++]=ie}}var Jt=fe.subarray(0,G),W=fe.subarray(G);y=Nt(Jt),g=Nt(W),m=Te(Jt,y,1),f=Te(W,g,1)}else $(1);else{var w=Fi(d)+4,F=n[w-
4]|n[w-3]<<8,O=w+F;if(O>o){l&&$(0);break}a&&c(h+F),t.set(n.subarray(w,O),h),e.b=h+=F,e.p=d=O*8,e.f=u;continue}if(d>b){l&&$(0);break}}a&&c(h+131072);for(var Jr=(1<<
y)-1,Xr=(1<<g)-1,ft=d;;ft=d){var ie=m[Lt(n,d)&Jr],se=ie>>4;if(d+=ie&15,d>b){l&&$(0);break}if(ie||$(2),se<256)t[h++]=se;else if(se==256){ft=d,m=null;break}else{var Xt=se-
254;if(se>264){var N=se-257,me=hr[N];Xt=H(n,d,(1<<me)-1)+yr[N],d+=me}var mt=f[Lt(n,d)&Xr],pt=mt>>4;mt||$(3),d+=mt&15;var W=Di[pt];if(pt>3){var me=fr[pt];W+=Lt(n,
d)&(1<<me)-1,d+=me}if(d>b){l&&$(0);break}a&&c(h+131072);var Qt=h+Xt;if(h<W){var en=i-W,Qr=Math.min(W,Qt);for(en+h<0&&$(3);h<Qr;++h)t[h]=r[en+h]}for(;h<Qt;++h)t[h]=
t[h-W]}}e.l=m,e.p=ft,e.b=h,e.f=u,m&&(u=1,e.m=y,e.d=f,e.n=g)}while(!u);return h!=t.length&&s?Bi(t,0,h):t.subarray(0,h)};var Gi=new C(0);var Wi=function(n,e){return((n[0]&15)!=8||n[0]>>4>7||(n[0]<<8|n[1])%31)&&$(6,"invalid zlib data"),(n[1]>>5&1)==+!e&&$(6,"invalid zlib data: "+(n[1]&32?"need":"u\
nexpected")+" dictionary"),(n[1]>>3&4)+2};function br(n,e){return ji(n.subarray(Wi(n,e&&e.dictionary),-4),{i:2},e&&e.out,e&&e.dictionary)}var Ui=typeof TextDecoder<"u"&&new TextDecoder,Ki=0;try{Ui.decode(Gi,{stream:!0}),Ki=1}catch{}function xr(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var wr=n=>new TextDecoder().decode(br(xr(n)));function M(){if(!window.Plotly)throw new Error("Plotly is not loaded");return window.Plotly}var Sr=n=>n?.PlotSchema,V=n=>n;function J(n){let{_fullLayout:e}=V(n);if(!e)throw new Error("the chart is not drawn");return e}var Ot=n=>n?._fullLayout?n:null,Ht=n=>Object.
values(V(n)._fullLayout?._plots??{}).every(({xaxislayer:e})=>!!e),Er=n=>V(n)._fullData?.length??0;function Tr(n){let e=V(n).calcdata===void 0;return e&&(V(n).calcdata=
[]),e}var lt=n=>V(n)._transitionData??null;function $t(n){n?._animationRaf&&(cancelAnimationFrame(n._animationRaf),n._animationRaf=null)}function kr(n){let e=Sr(
n);if(!e||e.lists)return;let t=new Map,r=e.findArrayAttributes;e.lists=t,e.findArrayAttributes=o=>{let i=`${o.type} ${Pr(o._input)}`,s=t.get(i)??r(o);return t.set(
i,s),s}}var Pr=n=>Object.entries(n).map(([e,t])=>Array.isArray(t)||ArrayBuffer.isView(t)?e:typeof t=="object"&&t!==null?`${e}(${Pr(t)})`:"").join(" ");function Dt(n){
let{xaxis:e,yaxis:t}=J(n);return[e,t].map(({_length:r,range:o})=>`${r} ${o.join(" ")}`).join()}var Ar=n=>{let{width:e,height:t}=J(n);return{width:e,height:t}};function Ae(n){
let{xaxis:e,yaxis:t}=J(n);return[e.range,t.range]}function It(n,e,t){let{xaxis:r,yaxis:o}=J(n);return[r._offset+r.l2p(e),o._offset+o.l2p(t)]}function Mr(n,e,t){
let r=Or(n)?.getBoundingClientRect()??new DOMRect,[[o,i],[s,a]]=Ae(n);return[o+(e-r.left)/r.width*(i-o),s+(r.bottom-t)/r.height*(a-s)]}function Rr(n,e){let t=V(
n).calcdata?.[0]??[],r=t.findIndex(a=>a.x>=e),[o,i]=[t[Math.max(r-1,0)],t.at(r)];if(!o||!i)return NaN;let s=i.x>o.x?Math.min(Math.max((e-o.x)/(i.x-o.x),0),1):0;
return o.y+s*(i.y-o.y)}var oe=(n,e)=>n.querySelector(`.scatterlayer .trace${V(n)._fullData?.[e]?.uid??""}`);function zr(n,e){let t=oe(n,e);return t!==null&&t.style.
display!=="none"}function Nr(n,e,t,r){let{width:o,xaxis:i}=J(n);for(let s of oe(n,e)?.children??[]){let a=o-i.l2p(t)-(s.classList.contains("points")?r:0);s.style.
clipPath=`inset(-100% ${a}px -100% -100%) view-box`}}function Lr(n){let e=new Map((V(n)._fullData??[]).map(({uid:r},o)=>[`trace${r}`,o])),t=r=>e.get([...r.classList].
find(o=>e.has(o))??"")??-1;for(let r of n.querySelectorAll(".scatterlayer")){let o=[...r.children],i=[...o].sort((s,a)=>t(s)-t(a));i.some((s,a)=>s!==o[a])&&r.append(
...i)}}var Pe=n=>({texts:Array.from(n.querySelectorAll(":is(.ytick, .y2tick) text"),({textContent:e})=>e.replaceAll("​","")),size:J(n).yaxis.tickfont.size}),Cr=n=>({
edge:n,words:Array.from(n.querySelectorAll(".textpoint text")),wordsOf:e=>Array.from(oe(n,e)?.querySelectorAll("text")??[]),marks:Array.from(n.querySelectorAll(
".scatterlayer .points path")),labels:Array.from(n.querySelectorAll(":is(.xaxislayer-above, .yaxislayer-above) text"))}),Or=n=>n.querySelector(".nsewdrag"),ut=n=>n.
querySelector(".svg-container");function Vt(n){for(let e of n.querySelectorAll(".main-svg"))e.setAttribute("aria-hidden","true")}var Ft=n=>n.querySelector(".ima\
gelayer image");function Hr(n){let e=Bt(n);if(!e)return!1;let{xaxis:t,yaxis:r}=J(n),o=(i,s)=>Math.abs(Number(e.getAttribute(i))-s)>1;return o("width",t._length)||
o("height",r._length)}function $r(n){if(!Bt(n))return!1;let{xaxis:e,yaxis:t,_size:r}=J(n);return!!t.scaleanchor&&e._length<r.w-1&&t._length<r.h-1}var Bt=n=>n.querySelector(
'clipPath[id$="xyplot"] rect');function _i(n){let{_fullLayout:e,_fullData:t,calcdata:r}=V(n),o=[e?.xaxis,e?.yaxis],i=a=>typeof a=="number",s={"_fullLayout.width":()=>i(
e?.width)&&i(e?.height),"_plots.xaxislayer":()=>Object.keys(e?._plots??{}).length>0&&Ht(n),_size:()=>[e?._size.w,e?._size.h].every(i),"axis._length":()=>o.every(
a=>i(a?._length)),"axis._offset":()=>o.every(a=>i(a?._offset)),"axis.range":()=>o.every(a=>a?.range.length===2),"axis.tickfont.size":()=>i(Pe(n).size),"axis.l2p":()=>It(
n,0,0).every(i),"_fullData.uid":()=>(t??[]).every(({uid:a})=>!!a),calcdata:()=>[r?.[0]?.[0]?.x,r?.[0]?.[0]?.y].every(i),".scatterlayer .trace":()=>oe(n,0)!==null,
".ytick text":()=>Pe(n).texts.length>0,".nsewdrag":()=>Or(n)!==null,".svg-container":()=>ut(n)!==null,"clipPath xyplot":()=>Bt(n)!==null,_transitionData:()=>lt(
n)!==null,"PlotSchema.findArrayAttributes":()=>(Sr(window.Plotly)?.lists?.size??0)>0};return Object.keys(s).filter(a=>{try{return!s[a]?.()}catch{return!0}})}var Ji=5;async function Ir(n,e){let{scene:t,frame:r}=e;if(!t.fixed)return;let{lines:o,layout:i}=dn(e),s=t.movers.map((u,d)=>o[d]?ve(o[d],r):[]),a={x:[...o.map(({
x:u})=>u),...s.map(([u])=>[u])],y:[...o.map(({y:u})=>u),...s.map(([,u])=>[u])]},l=[...o.map(({trace:u})=>u),...t.movers];await M().update(n,o.length?a:{},i,l);let c=Vr(
n,Math.max(...Pe(n).texts.map(u=>u.length),0));c!==n.layout.margin.l&&await M().relayout(n,{"margin.l":c})}var Vr=(n,e)=>Pe(n).size*(2.8+.58*e);async function Fr(n,e){
if(qt(n,e))return;let[t,r,o,i,s=0]=wt(e)??[];await M().relayout(n,{"xaxis.range":[t,r],"yaxis.range":[o,i],"margin.l":Vr(n,s)})}function qt(n,e){let t=wt(e)?.slice(
0,4);return!t||String(Ae(n))===String(t)}function Br(n,{scene:e,frame:t}){for(let r of e.fixed?.lines??[]){let[o]=ve(r,t);o!=null&&Nr(n,r.trace,o,Ji)}}function qr(n,{
fixed:e}){let{lines:t=[],layout:r={}}=e??{},o=([i,s])=>{let a=Xi(n.layout,i);return!Array.isArray(s)||Array.isArray(a)&&String(a)===String(s)};return t.every(({
trace:i,x:s})=>!s.length||!!n.data[i]?.x?.length)&&Object.entries(r).every(o)}var Xi=(n,e)=>e.split(".").reduce((t,r)=>t?.[r],n),jr=(n,e)=>{let t=Ft(n);return!t||
t.getAttribute("href")===e};function Gr(n,e){let t=Ft(n),r=n.layout.images?.[0];!t||!r||(t.setAttribute("href",e),r.source=e)}var Qi=["x","y","z"];async function Wr(n,e,t,r,o){let i=l=>{let c=Object.fromEntries(Qi.map(u=>[u,l.map(d=>d[u])]));return M().restyle(n,c,t)};if(!r)return i(e);
let s=t.map(l=>n.data[l]),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);if(!o())return;l=Math.min((c-a)/r,1),i(e.map((u,d)=>es(
s[d]??{},u,l)))}}function es(n,e,t){let r=o=>(e[o]??[]).map((i,s)=>{let a=n[o]?.[s]??NaN;return a+t*((i??NaN)-a)});return{x:r("x"),y:r("y"),z:r("z")}}async function Ur(n,e){
e&&JSON.stringify(e)!==JSON.stringify(n.layout.scene?.camera)&&await M().relayout(n,{"scene.camera":structuredClone(e)})}var ct=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function _r(n,e,t){let{words:r}=n;if(!r.length)return;let[o,i]=[e,t].map(f=>f.flatMap(n.wordsOf)),s=r.filter(f=>!o.includes(f)&&!i.includes(f));for(let f of r)f.
style.translate&&(f.style.translate=""),f.style.visibility&&(f.style.visibility="");let a=jt(n.edge),l=o.length+i.length>0,c=f=>l?f.map(jt).filter(Kr):[],u=c(n.
marks),d=[...u.filter(({left:f,right:y})=>y-f>=12),...c(n.labels)],h=new Map(r.map(f=>[f,jt(f)])),m=(f,y)=>{let g=h.get(f);if(!g||!Kr(g))return;let b=y(g);b?((b[0]||
b[1])&&(f.style.translate=`${b[0]}px ${b[1]}px`),d.push(Gt(g,b))):f.style.visibility="hidden"};for(let f of s)m(f,y=>Ut(y,a));for(let f of o)m(f,y=>ts(y,d,a));for(let f of i)
m(f,y=>[...d,...u].some(g=>Wt(y,g,0))?null:[0,0])}var jt=n=>n.getBoundingClientRect(),Kr=({left:n,right:e})=>e>n,Gt=({left:n,right:e,top:t,bottom:r},[o,i])=>({left:n+
o,right:e+o,top:t+i,bottom:r+i}),Wt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Ut({
left:n,right:e,top:t,bottom:r},o){let i=(s,a,l,c)=>Math.max(l-s,0)||Math.min(c-a,0);return[i(n,e,o.left,o.right),i(t,r,o.top,o.bottom)]}function ts(n,e,t){let r=Ut(
n,t),o=Gt(n,r),i=e.filter(d=>Wt(o,d,1.5));if(!i.length)return r;let s=d=>i.map(h=>h[d]),a=[[0,Math.min(...s("top"))-o.bottom+1.5],[0,Math.max(...s("bottom"))-o.
top-1.5],[Math.min(...s("left"))-o.right+1.5,0],[Math.max(...s("right"))-o.left-1.5,0]],l=([d,h])=>Math.abs(d)+Math.abs(h),c=d=>{let h=Gt(o,d);return l(Ut(h,t))===
0&&!e.some(m=>Wt(h,m,1.5))},[u]=a.filter(d=>l(d)<=48&&c(d)).sort((d,h)=>l(d)-l(h));return u?[r[0]+u[0],r[1]+u[1]]:null}var ns=1e3,dt=class{constructor(e){this.cameras=e}cameras;find(e){return window.Plotly?Ot(document.querySelector(`.st-key-${e} .js-plotly-plot`)):null}mount(e,t){
return kr(M()),new Kt(e,t,this.cameras)}},Kt=class{constructor(e,t,r){this.element=e;this.listener=t;this.cameras=r;this.#t=ut(e),e.setAttribute("role","figure"),
Vt(e);for(let o of["plotly_afterplot","plotly_react"])this.#c(o,this.#w);this.#c("plotly_transitioning",()=>{this.#s=Tr(e),this.#i=Dt(e)}),this.#c("plotly_anima\
ted",()=>{this.#p()&&this.#u&&this.#v(this.#u)}),this.#c("plotly_click",({points:[o]})=>{this.#r?.scene.clickable&&o?.curveNumber===0&&t.onStart([o.x])}),this.#c(
"plotly_relayout",o=>{let i=o["scene.camera"],s=this.#r?.scene;i&&s?.space&&r.set(s.chart,structuredClone(i))}),e.addEventListener("click",this.#k,{signal:this.#n.
signal})}element;listener;cameras;#e=new ct;#t;#n=new AbortController;#r=null;#o=!1;#i="";#s=!1;#a=null;#d=!1;#f=!1;#c(e,t){this.element.on(e,t),this.#n.signal.
addEventListener("abort",()=>{this.element.removeListener?.(e,t)})}isThere(){return this.#h()&&ut(this.element)===this.#t}destroy(){this.stop(),$t(this.#a),this.#n.
abort()}stop(){this.#e.end(),this.#r&&(this.#r={scene:this.#r.scene})}async show(e){let{scene:t,frame:r,known:o}=e,i=this.#e.take();if(!this.#m(t)){this.#r=null;
return}if(this.#y(e))return;let s=this.#r;if(this.#r={scene:t},(s?.scene!==t||s.known!==o)&&await Ir(this.element,e),this.#l(i)&&await Fr(this.element,e),t.space&&
this.#l(i)&&await Ur(this.element,this.cameras.get(t.chart)),!this.#l(i))return;this.#r={scene:t,known:o};let a=t.pictures?.[r];a&&Gr(this.element,a),await this.#x(
i,t,X(e),B(t),0),this.#l(i)&&this.#g(e)}async animate(e,t,r){if(!this.#y(e))return;let{scene:o,frame:i,known:s}=e,a=this.#e.take();this.#r={scene:o,known:s};for(let{
data:l,traces:c,share:u}of un(e))if(await this.#x(a,o,l,c,r*u),!this.#l(a))return;if(o.glides){let l=o.glides[i]??0;await this.#x(a,o,X(t),B(o),r*l)}cn(e)&&this.#l(
a)&&this.#g(t)}#l(e){return this.#e.holds(e)&&this.#h()}#h(){return this.element.isConnected&&Ot(this.element)!==null}#y({scene:e,frame:t,known:r}){return this.#r?.
scene===e&&this.#r.frame===t&&this.#r.known===r}#m(e){return Ht(this.element)&&Math.max(...B(e))<Er(this.element)}#g(e){let{scene:t,frame:r,known:o,run:i}=e;this.#r=
{scene:t,frame:r,known:o},this.element.dataset.step=String(i.steps[r]),this.#f=!1,this.#u=e,this.#v(e),this.#o?this.#w():this.#E()}#u=null;#p(){return this.#r===
null||this.#r.frame!==void 0}#v(e){Br(this.element,e),this.element.style.setProperty("--gdviz-paper",this.element.layout.paper_bgcolor),_r(Cr(this.element),e.scene.
asides??[],e.scene.yields??[])}#w=()=>{if(Vt(this.element),this.#o=!this.#p(),this.#o)return;let e=this.#b();e?this.#r=null:(this.#u&&this.#v(this.#u),this.#E()),
this.listener.onRedraw(e)};#b(){let e=this.#u;if(!this.#r||!e)return!0;let{scene:t,frame:r}=e,o=a=>!this.element.data[a??-1]?.x?.length,i=B(t),s=t.pictures?.[r];
return X(e).some(({x:a},l)=>a?.length&&o(i[l]))||!qr(this.element,t)||!qt(this.element,e)||s!==void 0&&!jr(this.element,s)}#S({scene:e},t){let r=i=>i?.some(s=>s!==
null)??!1,o=B(e);return!e.space&&t.some(({x:i},s)=>r(i)&&!zr(this.element,o[s]??-1))}#E(){let e=!this.#f&&this.#u&&this.#S(this.#u,X(this.#u)),t=$r(this.element);
if(this.#d||!(e||t||Hr(this.element)))return;this.#d=this.#f=!0;let r={"xaxis.domain":[0,1],"yaxis.domain":[0,1]};(t?M().relayout(this.element,r):M().redraw(this.
element)).finally(()=>this.#d=!1)}async#x(e,t,r,o,i){let{element:s}=this;if(t.space){await Wr(s,r,o,i,()=>this.#l(e));return}let a=Math.max(i,1),l={mode:"immedi\
ate",frame:{duration:a,redraw:!1},transition:{duration:a,easing:"linear"}},c=d=>o.filter((h,m)=>{let f=r[m]?.x;return f&&f.length>0===d});this.#T(c(!1),"none"),
this.#a!==lt(s)&&$t(this.#a);let u=M().animate(s,{data:r,traces:o},l).catch(()=>e.ended);if(this.#a=lt(s),await Promise.race([u,e.ended,rs(a+ns)]),!!this.#l(e)){
if(this.#s){await this.#x(e,t,r,o,0);return}this.#T(c(!0),""),Lr(s),this.#i!==Dt(s)&&await M().redraw(s)}}#T(e,t){for(let r of e){let o=oe(this.element,r);o&&(o.
style.display=t)}}get overlay(){return this.#t??this.element}ranges(){return Ae(this.element)}placeAt(e,t){return Mr(this.element,e,t)}pixelsOf(e,t){return It(this.
element,e,t)}heightAt(e){return Rr(this.element,e)}#k=({clientX:e,clientY:t,isTrusted:r})=>{let{grid:o,taps:i}=this.#r?.scene??{},s=o??i;if(!s||r)return;let a=this.
placeAt(e,t);if(!this.ranges().every(([d,h],m)=>{let f=a[m]??NaN;return d<=f&&f<=h}))return;let c=(d,h)=>Number((Math.round(d/h)*h).toFixed(6)),u=a.map((d,h)=>c(
d,s[h]??1));o?this.listener.onStart(u):this.listener.onTap(u)};fade(e){if(this.#r)for(let t of B(this.#r.scene)){let r=oe(this.element,t);r&&(r.style.opacity=e?
"0.15":"")}}async save(e){let t={format:"png",filename:e,...Ar(this.element),scale:2};await M().downloadImage(this.element,t)}},rs=n=>new Promise(e=>setTimeout(
e,n));var Wl=dr(n=>new dt(n.cameras),wr);export{le as about,Wl as default,Pt as descend,bt as kindOf,_i as missingParts,zn as mistaken,Nn as parts,ge as read,T as say};
