function ce(n,e,t){let r=n.find(({place:o})=>o===e.place);return r?Object.assign(r,e):n.push(e),t(),()=>{let o=n.findIndex(({place:s})=>s===e.place);o>=0&&n.splice(
o,1),t()}}var de=n=>n.filter(({place:e})=>e.isConnected).at(-1);function vt(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[wt,St]=["gdviz-run","gdviz-refused"];function Et(n,e,t){return ce(window.gdvizCarriers??=[],{place:n,run:e,change:t},Un)}function Un(){let n=de(window.gdvizCarriers??
[]);n&&(window.gdvizChange=n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(wt))))}var et=(n,e)=>window.gdvizChange?.(n,e);
function ue(){return window.gdvizRun?new TextDecoder().decode(vt(window.gdvizRun)):null}function kt(){window.dispatchEvent(new Event(St))}var Tt=n=>Mt(wt,n),me=n=>Mt(
St,n);function Mt(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var Z=n=>document.querySelector(`[data-gdviz="${n}"]`),j=(n,e)=>[...n.querySelectorAll(e)];function S(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function y(n,e={},...t){let r=Object.assign(document.createElement(n),e);return r.append(...t),r}function J(n,e){n.setAttribute("aria-label",e),n.title=
e}function he(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function Rt(n,e){let[t="",r=""]=Math.abs(n).toExponential(100).split("e"),o=/^50*$/.test(t.replace(".","").slice(e)),s=t.slice(0,e>1?e+1:1),i=Number(s.at(-1))%2===
0,a=o&&i?`${s}e${r}`:Math.abs(n).toExponential(e-1);return n<0?`-${a}`:a}function w(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",r]=Rt(n,e).split("e"),o=Number(
r),s=o>=-4&&o<e,i=s?(+`${t}e${o}`).toFixed(e-1-o):t,a=(i.includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${tt(o)}`}var tt=n=>Array.
from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),Q=n=>w(Number(Rt(n,2))),N=n=>{let e=n.map(t=>w(t));return e.length===1?e.
join():`(${e.join(", ")})`};function pe(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,"-").
replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var At=4/3,Yn=.95,T=n=>Math.hypot(...n),L=(n,e,t=1)=>n.map((r,o)=>r+t*(e[o]??NaN)),nt=(n,e)=>n.reduce((t,r,o)=>t+r*(e[o]??NaN),0),ye=({weights:n,update:e})=>L(n,
e,-1);function Pt(n){let e=T(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function Lt(n,e){let{weights:t,slope:r,update:o}=e,s=ye(e),i=T(L(n,s,-1)),
a=(f,g)=>T(g)>0&&T(L(n,f,-1))<=Pt(g);if(N(n)===N(s)&&i<=.005*T(o)+1e-12*(1+T(s)))return"exact";if(i<=Pt(o))return"right";if(!T(o))return"rests";if(a(t,o))return"\
stayed";let[c,...d]=Zn(e).filter(([,f,g])=>a(f,g));if(c&&!d.length)return c[0];let u=L(n,t,-1),m=T(u)/T(o),p=-nt(u,o)/(T(u)*T(o)),h=m<At&&m>1/At;return p>Yn?h?"\
close":m>1?"too-long":"too-short":h?"wrong-direction":nt(o,r)>0&&nt(u,r)>0?"uphill":"astray"}function Zn(n){let{weights:e,slope:t,update:r,rate:o}=n,s=ye(n),i=t.
map(d=>o*d),l=T(L(r,i,-1))<=1e-9*T(r)?[["forgot-rate",L(e,t,-1),t],["forgot-both",L(e,t),t],["slope-only",t,t]]:[["forgot-memory",L(e,i,-1),i]],c=e.length>1?e.map(
(d,u)=>e.map((m,p)=>p===u?s[u]??NaN:m)):[];return[...l,["forgot-minus",L(e,r),r],["change-only",r,r],...c.map(d=>["one-only",d,r])]}var fe=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function M(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(r,o,s,i)=>{let a=Jn(n,s,t,t+(i?1:0));return o&&/^−|×/.test(a)?`(${a})`:a})}function Jn(n,e,t,r){
if(e==="step")return String(t);if(e==="next")return String(t+1);let o=n.columns[e]?.[r]??e,s=Object.hasOwn(n.constants,o)?n.constants[o]:void 0;return s!==void 0?
M(n,s,t):o===e?"":o}function E(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function Qn({rows:n,frame:e,grows:t},r){let o=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:r},(s,i)=>o(i)).flat():o(r)}function rt({space:n},e,t){let r=n?3:2,o=s=>e.filter((i,a)=>a%r===s);return{
x:o(0),y:o(1),...n&&{z:o(2)},...t&&{text:t}}}function Xn({x:n,basis:e,shares:t,most:r,gaps:o},s){let i=E(t,s),a=c=>i.reduce((d,u,m)=>d+u*(e[m]?.[c]??0),0),l=n.map(
(c,d)=>Math.min(a(d),r));for(let c of o?.[s]??[])l[c]=null;return{x:n,y:l}}function ge({x:n,y:e,rests:t},r){let o=Math.min(t?E(t,r):r,n.length-1);return[n[o]??null,
e[o]??null]}function X({run:n,scene:e,frame:t,known:r}){let o=E(n.steps,t),s=!!n.predict&&t>=r&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),c=a.
text?.map(d=>l?"":M(n,d,o));return rt(e,l?[]:Qn(a,t),c)};return[...e.tracks.map(i),...e.curves.map(a=>Xn(a,t)),...(e.fixed?.lines??[]).map(a=>rt(e,ge(a,t))),...e.
keep.map(()=>({}))]}function _({tracks:n,curves:e,fixed:t,movers:r,keep:o}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?r:[],o)}function $t({scene:n,frame:e}){
let{movers:t,keep:r,fixed:o}=n,s=n.space?3:2;return(o?.lines?[[...o.lines.flatMap(a=>ge(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>rt(n,a.slice(
c*s,(c+1)*s))),...r.map(()=>({}))],traces:[...t,...r],share:a.at(-1)??0}))}function Ot({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&!n.pictures}
var er=.09;function Ct({run:n,scene:e,known:t}){let{lines:r=[],layout:o={}}=e.fixed??{},s=r.map(a=>({...a,x:Nt(n,a.x,t),y:Nt(n,a.y,t)})),i=o["yaxis.autorange"]?
tr(s.flatMap(({y:a})=>a),o["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...o,"yaxis.autorange":!1,"yaxis.range":i}:o}}var Nt=(n,e,t)=>n.predict?e.slice(
0,t+1):[...e],zt=({scene:n,frame:e})=>n.axes?E(n.axes,e):null;function tr(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[r,o]=[Math.min(...t),Math.
max(...t)],s=er*(o-r)||.9;return Number.isFinite(o-r+2*s)?[r-s,o+s]:null}var v=({run:n})=>n.steps.length-1,k=({run:n,frame:e})=>E(n.steps,e),z=n=>n.run.predict?n.known:v(n),H=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<v(n),ee=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function $(n){if(H(n)){if(ee(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Ht(n,{weights:e,slopes:t,updates:r,rate:o}){let s=k(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(r),rate:o}}function K(n){let{predict:e}=n.
run;return e?$(n)==="step"?n.ring??Ht(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var C=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),V=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:z(n)}),nr={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},be=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#r({...t,run:e});else{let r={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},o=this.tally&&!t?{tally:this.tally}:{};this.#r({...nr,...o,...t,...r,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:r})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:r+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(r=>{let{known:o,tally:s,run:i}=r,a={known:o+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Ht(r,i.predict),[c,d,u]=[Lt(e,l),ye(l),T(l.update)],m=T(L(e,d,-1)),p=T(L(e,l.weights,-1))/u,h={guess:N(e),truth:N(d),distance:w(m),times:Q(Math.max(p,1/p))};
return{...a,outcome:{kind:c,guess:e,numbers:h},tally:{count:s.count+1,right:s.right+Number(fe(c)),distance:s.distance+(u?m/u:0)}}}),t}#n(e){this.state&&this.#r(
{...this.state,...e(this.state)})}#r(e){let t=this.state,r=Math.max(0,Math.min(e.frame,z(e)));this.state={...e,frame:r,seen:e.seen||r===v(e)};for(let o of this.#t)
o(this.state,t)}};var Vt=500,xe=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#r,Vt)),this.store.isAddressed?this.#e??=setTimeout(this.#o,Vt):this.#o())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#r=()=>{if(!this.#n||this.#n.playing)return;let e=String(k(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#o=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(k(this.#n))},r=Object.fromEntries(e.searchParams),o=Object.keys({...t,...r}).filter(i=>t[i]!==r[i]),
s=!this.store.isAddressed||o.every(i=>i==="step");if(this.store.isAddressed=!0,!(!o.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};var ve=800,It=400,Gt=ve+It,ot=3,rr=1e4;function st(n){let e=v(n)-ot,t=n.frame<ot;return n.speed*(t?1:Math.max(1,e*Gt/(rr-ot*Gt)))}var we=class{constructor(e,t,r){
this.store=e;this.stage=t;this.surroundings=r}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
v(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<z(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(ve/st(t)):await this.stage.slide(ve/st(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
It/st(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let r=this.#t(t);r&&(this.surroundings.isStill()||
await this.stage.slide(ve/r.speed),this.#t(t)&&this.store.jump(r.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[Se,Ft]=["data-test-connection-state","data-test-script-state"],or=3e3,sr=1e4,ir=/^Connection error$/,Ee=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[Se,Ft]})}comeBack;#e=y("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#r;#o=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:r}of e)if(t==="attributes")this.#i();else for(let o of r)o instanceof HTMLElement&&ar(o)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${Se}]`);if(e?.getAttribute(Se)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},or);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#o=!1,this.#r=setTimeout(
this.#a,sr),this.comeBack();else if(this.#r!==void 0){let t=e.getAttribute(Ft)!=="notRunning";this.#o&&!t&&this.#a(),this.#o=t}}#a=()=>{clearTimeout(this.#r),this.#r=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${Se}]`);e&&(e.inert=!1)}};function ar(n){let e=n.querySelector("[role=dialog] h2");!e||!ir.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var it=34,Dt=16,lr=.4,ke=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#r=[];#o=[];#s=[];show(e,t,r,o){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",o);let s=E(t.weights,r),i=t.marks?.[r]??[],[a,l]=[t.values,t.slopes].map(u=>u?E(u,r):[]);this.#r.forEach(({shape:u,
value:m,slope:p},h)=>{let f=s[h]??0,g=.6+5*Math.abs(f)/t.finest,b=i.length>0&&!i.includes(h);u.style.strokeWidth=String(t.chosen.includes(h)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(h));for(let R of[u,m,p])R.toggleAttribute("data-quiet",b);m.textContent=a?.[h]??"",p.textContent=
l?.[h]??""}),this.#n?.setAttribute("data-way",t.ways?.[r]??"");let c=t.labels?E(t.labels,r):[];this.#o.forEach((u,m)=>u.textContent=c[m]??"");let d=t.maps?E(t.maps,
r):"";for(let u of this.#s)u.setAttribute("href",d)}#i(e,t){let{sizes:r,names:o,chosen:s}=t,[i=0,a=0]=t.size,l=P("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});mr(
l);let c=P("g",{},l),d=hr(t),u=(i-2*it)/(r.length-1),m=Math.min(28,a/Math.max(...r)/2-1,u/4),p=d.map(f=>f.map(g=>cr(g,m,!!t.maps,l)));this.#s=t.maps?dr(d.flat(),
m,l):[],this.#o=d.flat().map(({x:f,y:g})=>{let b=D(f,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,m)}px`,b}),ur(t,d,m,a,l);let h=P("g",{class:"g\
dviz-numbers"},l);this.#r=p.slice(1).flatMap((f,g)=>[...pr(d[g]??[],d[g+1]??[],m,c,h),...f.map((b,R)=>{let{x:A,y:F}=d[g+1]?.[R]??{x:0,y:0},O=F+m+Dt-2,[le,Kn]=[D(
A,O,"gdviz-value",h),D(A,O+15,"gdviz-edge-slope",h)];return{shape:b,target:b,value:le,slope:Kn}})]),this.#r.forEach(({shape:f,target:g},b)=>{P("title",{},g).textContent=
o[b]??"",g.onclick=()=>{this.choose(b)},f.toggleAttribute("data-chosen",s.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function cr({x:n,
y:e},t,r,o){let s=r?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return P(r?"rect":"circle",{...s,class:"gdviz-neuron"},o)}function dr(n,e,t){return n.
map(({x:r,y:o},s)=>{let a={...{width:2*e,height:2*e},x:r-e,y:o-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return P("image",l,P("svg",a,t))})}function ur(n,e,t,r,o){let s=0;for(let i of e){let a=r/i.length-2*t>2*Dt;for(let{x:l,y:c}of i){let d=n.neurons[s++]??"";a?D(l,
c-t-6,"gdviz-name",o).textContent=d:!n.maps&&!n.labels&&t>15&&(D(l,c+5,"gdviz-name",o).textContent=d)}}}function D(n,e,t,r){return P("text",{x:n,y:e,"text-ancho\
r":"middle",class:t},r)}function mr(n){let e=P("defs",{},n);for(let[t,r]of[["forward","auto"],["backward","auto-start-reverse"]]){let o={viewBox:"0 0 10 10",refX:9,
refY:5,markerWidth:14,markerHeight:14},s=P("marker",{id:`gdviz-${t}`,...o,markerUnits:"userSpaceOnUse",orient:r},e);P("path",{d:"M0 0L10 5L0 10z",class:`gdviz-${t}`},
s)}}function P(n,e,t){let r=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[o,s]of Object.entries(e))r.setAttribute(o,String(s));return t?.append(
r),r}function hr({sizes:n,size:[e=0,t=0]}){return n.map((r,o)=>Array.from({length:r},(s,i)=>({x:it+o/(n.length-1)*(e-2*it),y:t/r*(i+.5)})))}function pr(n,e,t,r,o){
return n.flatMap(s=>e.map(i=>{let a=fr(s,i,t),l=P("line",{...a,class:"gdviz-weight"},r),c=P("line",{...a,class:"gdviz-target"},r),d=e.length>1?lr:.5,[u,m]=[s.x+
d*(i.x-s.x),s.y+d*(i.y-s.y)];return{shape:l,target:c,...yr(u,m,Math.sign(Math.round(i.y-s.y)),o)}}))}function yr(n,e,t,r){let o=D(n+7*t,e-5,"gdviz-value",r),s=D(
n-7*t,e+16,"gdviz-edge-slope",r),i=["end","middle","start"];return o.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:o,slope:s}}function fr(n,e,t){let r=t/Math.hypot(e.x-n.x,e.y-n.y),[o,s]=[r*(e.x-n.x),r*(e.y-n.y)];return{x1:n.x+o,y1:n.y+s,x2:e.x-o,y2:e.y-s}}var Wt={"+":(...n)=>n.reduce((e,t)=>e+t),"-":(n=0,...e)=>e.length?n-(e[0]??0):-n,"*":(...n)=>n.reduce((e,t)=>e*t),"/":(n=0,e=1)=>n/e,"^":(n=0,e=1)=>gr(n,e),sqrt:(n=0)=>Math.
sqrt(n),exp:(n=0)=>Math.exp(n),log:(n=0)=>Math.log(n),sin:(n=0)=>Math.sin(n),cos:(n=0)=>Math.cos(n),tan:(n=0)=>Math.tan(n),tanh:(n=0)=>Math.tanh(n),abs:(n=0)=>Math.
abs(n),sign:(n=0)=>Math.sign(n),sigmoid:(n=0)=>1/(1+Math.exp(-n)),step:(n=0)=>n>0?1:0,max:(n=0,e=0)=>Math.max(n,e),min:(n=0,e=0)=>Math.min(n,e)};function gr(n,e){
if(!Number.isInteger(e)||Math.abs(e)>16)return n**e;let t=1;for(let r=0;r<Math.abs(e);r+=1)t*=n;return e<0?1/t:t}function te(n,e){if(typeof n=="number")return n;
if(typeof n=="string")return e[n]??NaN;let[t,...r]=n,o=Object.hasOwn(Wt,t)?Wt[t]:void 0;return o?o(...r.map(s=>te(s,e))):NaN}var br=({letters:n},e)=>Object.fromEntries(n.map((t,r)=>[t,e[r]??NaN]));function Te(n,e){let t=br(n,e);return{weights:e,loss:te(n.value,t),slopes:n.slopes.map(r=>te(
r,t))}}function at(n,e,t){let r=Array.from({length:t},()=>({})),o=0;return s=>(o+=1,r.map((i,a)=>xr(n,e,o,s[a]??NaN,i)))}function qt(n,e,t,r,o){let s=at(e,r,t.length);
return lt(n,t,o,({weights:i,slopes:a})=>{let l=s(a);return i.map((c,d)=>c-(l[d]??NaN))})}function lt(n,e,t,r){let o=[Te(n,e)];for(;o.length<=t;){let s=o.at(-1),
i=s&&Te(n,r(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;o.push(i)}return o}function xr({lines:n,constants:e},t,r,o,s){let i={...e,η:t,g:o,t:r};
for(let[l,c]of n)c&&(i[l]=s[l]??0);let a=NaN;for(let[l,c,d]of n)a=te(d,i),i[l]=a,c&&(s[l]=a);return a}var jt="http://www.w3.org/2000/svg";var U=class{#e=document.createElementNS(jt,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[r,o],[s,i]]=e.ranges(),[[a,l],[c,d]]=[e.pixelsOf(r,i),e.pixelsOf(o,s)];this.#e.setAttribute("viewBox",[a,l,c-a,d-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${d-l}px`})}clear(){this.#e.remove()}};function W(n,{weights:e,loss:t}){let[
r=NaN,o=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(r,o);return[Bt(s),Bt(i)]}var Bt=n=>Math.max(-1e5,Math.min(n,1e5));function Me(n,e,t=""){let r=e.map(i=>W(n,
i)),o=t?{stroke:t,fill:t}:{},s=r.map(([i,a])=>x("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...o}));return[x("polyline","gdviz-ghost",{points:r.map(i=>i.join(",")).
join(" "),...o}),...s]}function x(n,e,t){let r=document.createElementNS(jt,n);r.setAttribute("class",e);for(let[o,s]of Object.entries(t))r.setAttribute(o,String(
s));return r}var ne=(n,e=[],t=[])=>x("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var vr=60,_t=3,wr=.05,Sr=600,re=(n,e,t=1)=>n.map((r,o)=>r-t*(e[o]??NaN));function Er(n,e,{rate:t,weights:r},o){let s=r[o]??[],i=e.map((l,c)=>l!==s[c]);return{"f\
orgot-rate":(l,c)=>re(l,c),"forgot-minus":(l,c,d)=>re(l,d,-1),"forgot-both":(l,c)=>re(l,c,-1),"forgot-memory":(l,c)=>re(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,d)=>[...d],"one-only":(l,c,d)=>re(l,d.map((u,m)=>i[m]?u:0))}[n]??null}function kr(n,e,t,r){let{hand:o,weights:s,slopes:i}=t,a=Er(n,e,t,r),l=o?.rules[0];
if(!o||!a||!l)return[];let c=at(l,t.rate,o.letters.length);i.slice(0,r).forEach(c);let d=Math.min(o.steps-r,vr);return lt(o,s[r]??[],d,u=>a(u.weights,u.slopes,c(
u.slopes)))}function Tr(n,{weights:e,spans:t},r){return n.slice(1,_t+1).some(({weights:s},i)=>{let a=e[r+i+1];return a&&s.some((l,c)=>!(Math.abs(l-(a[c]??NaN))<=
wr*(t[c]??NaN)))})}var Kt=n=>n.slice(0,_t+1).map(({weights:e})=>N(e)).join(" → ");function Ut(n){let{run:e,outcome:t,known:r}=n;if(!e.predict||!t?.guess||!t.kind)
return[];let o=kr(t.kind,t.guess,e.predict,r-1);return Tr(o,e.predict,r-1)?o:[]}var Re=class{#e=new U;#t;play(e,t,r){this.clear();let o=r?t.length:2,s=()=>{let i=t.
slice(0,o),[a,l]=W(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Me(e,i),x("circle","gdviz-mistake",{cx:a,cy:l,r:9})]),o>=t.length&&clearInterval(
this.#t),o+=1};s(),r||(this.#t=setInterval(s,Sr))}clear(){clearInterval(this.#t),this.#e.clear()}};var Pe=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:r,outcome:o,asked:s,tally:i,seen:a}=e,l=$(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(c.lang=t.link.lang),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let d=t.predict?.texts.name??"",u=[t.run,d,r,l,s,i.count,o?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",d),this.box.replaceChildren(...t.predict&&l?this.#o(e,t.predict,l):[])),l==="step"&&this.#r(K(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#r(e){let t=this.#n??e;this.#n=e,this.#t.forEach((r,o)=>{let s=e[o]??NaN;s!==t[o]&&pe(r.value)!==s&&(r.value=w(s))})}#o(e,t,r){
if(r==="outcome")return[...Mr(e,t),...this.#s(e,t)];if(r==="step")return[this.#i(e,t)];let{texts:o,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([d,u])=>Ae(u,()=>{this.
answers.sayRegime(d)})),c=Ae(o.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[Y(q(o,"regime",{rule:i})),y("div",{},...l??[],...s?[c]:[])]}#s(e,{texts:t}){
let r=Ut(e);if(!r.length)return[];let o=y("p",{role:"status"});return[Ae(t.mistake,()=>{o.textContent=q(t,"mistaken",{way:Kt(r)}),this.answers.playMistake(r)}),
o]}#i(e,t){let{texts:r,letters:o,skip:s,rule:i}=t,a=K(e)??[];this.#n=a,this.#t=o.map((p,h)=>y("input",{type:"text",autocomplete:"off",ariaLabel:p,value:w(a[h]??
NaN)}));let l=()=>this.#t.map(p=>pe(p.value));for(let[p,h]of this.#t.entries())h.oninput=()=>{let f=pe(h.value);Number.isFinite(f)&&this.answers.moveRing((this.#n??
[]).map((g,b)=>b===p?f:g))};let c=q(r,o.length===1?"ask":"ask_many",{rule:i,letter:o[0]??""}),d=y("p",{className:"gdviz-bad",role:"alert"}),u=Ae(r.skip,()=>{this.
answers.sayStep(null)},"gdviz-quiet"),m=y("form",{noValidate:!0},...c?[Y(c)]:[],...o.map((p,h)=>y("label",{},`${p} = `,this.#t[h]??"")),y("button",{type:"submit",
textContent:r.guess??""}),...s?[u]:[],d);return m.onsubmit=p=>{p.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):d.textContent=r["not-a-nu\
mber"]??""},m}};function Mr(n,{texts:e,regime:t}){let{outcome:r,tally:o,frame:s}=n;if(!r)return[];let{kind:i,guess:a,numbers:l}=r,{count:c,right:d,distance:u}=o,
m=100*u/Math.max(c,1),p={count:String(c),right:String(d),distance:m<1e3?`${Q(m)} %`:`${Q(m/100)} ×`},h=fe(i)?"gdviz-good":"gdviz-bad";return[...a?[Y(q(e,i==="e\
xact"?"hit":"result",l),h)]:[],...i?[Y(q(e,i,{told:t?.told??"",...l}),h)]:[],...c?[Y(q(e,"tally",p),"gdviz-quiet")]:[],...s<v(n)?[Y(q(e,"next"),"gdviz-quiet")]:
[]]}var q=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(r,o)=>t[o]??r),Y=(n,e="")=>y("p",{textContent:n,className:e}),Ae=(n,e,t="")=>y("button",{type:"button",textContent:n??
"",onclick:e,className:t});var Yt=240;function Ne(n){let e=10**Math.floor(Math.log10(n/Yt));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/Yt)??10*e}var Zt=(n,e)=>n.slice(0,e.length).map((t,r)=>{
let o=Ne(e[r]??1);return Number((Math.round(t/o)*o).toPrecision(12))}),ct=(n,[e,t])=>Math.max(e,Math.min(n,t)),Rr={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},Le=class{constructor(e){this.move=e}move;#e=y("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#r=null;show(e,t){
this.#r=e;let{predict:r}=e.run,o=K(e);if(this.#t!==t&&this.#o(t),!r||!t||!o?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=ct(o[0]??NaN,s),l=ct(o[1]??t.
heightAt(a),i),[c,d]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${d}px`}),this.#e.toggleAttribute("data-still",$(e)!=="step"),this.#e.setAttribute(
"aria-label",`${r.texts.name??""}: ${N(o)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let r=Rr[e],o=this.#r,s=o&&$(o)==="step"?K(o):null;if(!o?.run.predict||!r||!s||r[1]&&s.length<2)return!1;let{spans:i}=o.run.predict,a=t?10:1,l=s.map(
(c,d)=>c+a*(r[d]??0)*Ne(i[d]??1));return this.move(Zt(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#o(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:r}=e??{},o=null,s=({clientX:a,clientY:l,pointerId:c})=>{let d=this.#r?.run.predict?.spans;if(!e||!d||c!==o)return;let u=e.
ranges(),m=e.placeAt(a,l).map((p,h)=>ct(p,u[h===0?0:1]));this.move(Zt(m,d))},i=()=>{o=null};r?.addEventListener("pointerdown",a=>{!this.#r||$(this.#r)!=="step"||
!a.isPrimary||(r.setPointerCapture(a.pointerId),o=a.pointerId,s(a))},t),r?.addEventListener("pointermove",s,t),r?.addEventListener("pointerup",i,t),r?.addEventListener(
"pointercancel",i,t)}};var Ar=300,Pr=400,Jt=4,Lr={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},Oe=class{constructor(e){this.choose=e;let t={signal:this.#r.signal},
r=this.#e;r.addEventListener("pointerdown",this.#u,t),r.addEventListener("pointermove",this.#d,t),r.addEventListener("pointerup",this.#c,t),r.addEventListener("\
pointercancel",this.#m,t),r.addEventListener("keydown",this.#y,t)}choose;#e=y("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=y("div",{className:"\
gdviz-told"});#n=new U;#r=new AbortController;#o=null;#s=null;#i=null;#a="";#l;show(e,t){this.#s=e,this.#o=t;let{hand:r,run:o,locked:s}=e.run;this.#a&&this.#a!==
o&&this.clear();let i=r&&!s&&!e.playing&&t?Nr(e,t):null;if(!r||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=r.texts.name??"",this.#p(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#o||this.#s?.playing||this.#s?.run.
locked?null:(this.#h((this.#i??t.start).map((r,o)=>r+e*$e(t,o))),this.#i&&w(this.#i[0]??NaN))}release(){this.#c()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#o?.fade(!1)}destroy(){clearTimeout(this.#l),this.#r.abort(),this.clear(),this.#e.remove()}#u=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#d(e))};#d=({clientX:e,clientY:t})=>{this.#i&&this.#o&&this.#h(this.#o.placeAt(e,t))};#c=()=>{this.#i&&
this.#b(this.#i)};#m=()=>{this.clear(),this.#s&&this.show(this.#s,this.#o)};#y=e=>{let t=Lr[e.key],r=this.#s?.run.hand;if(!t||!r||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&r.domain.length<2)return;e.preventDefault();let o=e.shiftKey?10:1;this.#h((this.#i??r.start).map((s,i)=>s+o*(t[i]??0)*$e(r,i))),clearTimeout(this.#l),this.#l=
setTimeout(this.#c,Pr)};#h(e){let t=this.#s?.run.hand;if(!t||!this.#o)return;let r=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/$e(t,a))*$e(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=r,this.#f(t,r,null);let{loss:o}=Te(t,r);this.#p(this.#o,r.length===1?[...r,o]:r)}#b(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((r,o)=>r===t[o])?this.#m():this.choose(e)}#p(e,[t=NaN,r=NaN]){let[o,s]=e.pixelsOf(t,r);Object.assign(this.#e.style,{left:`${o}px`,top:`${s}\
px`}),this.#e.ariaValueText=w(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,r){let o=this.#o;if(!o||!this.#s)
return;this.#a=this.#s.run.run,o.fade(!0);let s=Math.min(e.steps,Ar),i=e.rules.map(d=>qt(e,d,t,r??d.constants.η??NaN,s)),a=i.flatMap((d,u)=>Me(o,d,e.rules[u]?.
color)),[l,c]=i[0]??[];l&&a.push(...this.#x(o,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?$r(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(o,a),this.#t.
parentElement!==o.overlay&&o.overlay.append(this.#t)}#x(e,t,r,o){let s=W(e,r),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=r.slopes[0]??NaN,[d=NaN]=r.weights,
u=[a,l].map(m=>e.pixelsOf(m,r.loss+c*(m-d)));i.push(ne("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=r.slopes.map(p=>-p),c=W(e,{...r,weights:r.weights.map((p,h)=>p+
([a,l][h]??0))}),[d,u]=[c[0]-s[0],c[1]-s[1]],m=Math.hypot(d,u)||1;i.push(ne("gdviz-tangent-line",s,[s[0]+60*d/m,s[1]+60*u/m]))}if(o){let a=W(e,o);i.push(ne("gdv\
iz-step-line",s,[a[0],s[1]]),ne("gdviz-step-line",[a[0],s[1]],a)),i.push(x("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(x("circle","gdviz-held",{
cx:s[0],cy:s[1],r:9})),i}},$e=({domain:n},e)=>Ne((n[e]?.[1]??1)-(n[e]?.[0]??0));function Nr(n,e){let t=C(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let r=_(t).indexOf(t.movers[0]??-1),{x:o,y:s}=X(V(n,t))[r]??{},i=[o?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function $r({
names:n,texts:e},t,r){let o=s=>{let i=w(s,Jt);return`${Math.abs(Number(s.toPrecision(Jt))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=r?` · Δ${s} ${o(a-(r.weights[i]??NaN))}`:"";return`${s} ${o(a)} · ${e.slope??""} ${o(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Or=".gdviz-track input, .st-key-eta input",Cr=".gdviz-play",zr="[data-testid=stPopoverBody]",Ce=class{#e=y("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(Qt("rate",e.to_rate,Or),Qt("player",e.to_player,
Cr)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let r=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${zr} :is(button, input, [tabindex="0"])`);return r?(r.focus(),e.preventDefault(),!0):!1}};function Qt(n,e,t){let r=y("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return r.onclick=o=>{o.preventDefault(),document.querySelector(t)?.focus()},r}function Xt(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var Hr={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Vr="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",Gr="[role=combobox][aria-expanded=false]",Ir=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function en(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],r=i=>t instanceof Element&&t.closest(i)!==null;if(r(Vr)&&!(r(Gr)&&Ir.test(n.key))&&!r(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&Fr(t))return;if(!r("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=Hr[n.key];!s||n.shiftKey||n.key===" "&&r("button, a, summary, select")||(n.preventDefault(),e.act(s))}function Fr(n){let e=n.closest(".gdviz-table")??
n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function tn(n,{name:e,task:t,state:r,solved:o}){n.toggleAttribute("data-solved",o),n.replaceChildren(y("strong",{textContent:e}),y("p",{textContent:t}),y("p",{textContent:r,
role:"status"}))}var dt=["aria-label","placeholder"],Dr=dt.map(n=>`[${n}]`).join(),nn="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",Wr=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function rn(n,e){for(let[t,r]of Wr){let o=r.exec(n);if(o)return(e[t]??n).replace("{what}",()=>o[1]??"")}return n}var on=new WeakMap,
ze=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:r,type:o}of e)if(t instanceof Text)this.#r(t);else if(o==="attributes")this.#o(t);else for(let s of r)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...dt]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([r,o])=>this.#e[r]===o);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(Dr)])this.#o(t);for(let{firstChild:t}of[e,...e.querySelectorAll(nn)])t instanceof Text&&this.#r(t)}#r(e){e.parentElement?.matches(nn)&&sn(
e.data,rn(e.data,this.#e),t=>{e.data=t})}#o(e){for(let t of dt){let r=e.getAttribute(t);if(r===null)continue;let[o,s]=on.get(e)??[],i=o!==void 0&&r===s?o:r,a=rn(
i,this.#e);a===i&&r===i||(on.set(e,[i,a]),sn(r,a,l=>{e.setAttribute(t,l)}))}}};function sn(n,e,t){n!==e&&t(e)}function ln({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function cn(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function He(n,e,t,r=!1){return n.addEventListener(
e,t,r),()=>{n.removeEventListener(e,t,r)}}function dn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var an=".js-plotly-plot, [data-gdviz]";function un(n){let e=r=>r instanceof HTMLElement&&
(r.matches(an)||r.querySelector(an)!==null),t=new MutationObserver(r=>{r.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var qr=["first","back","next","last","sound"],Ve=n=>M(n.run,n.run.player.position,k(n)),Ge=class{constructor(e,t){this.root=e;this.controls=t;this.#e=S(e,".gdvi\
z-scrub"),this.#t=S(e,".gdviz-speed"),e.onclick=({target:r})=>{let o=r.closest("[data-do]");o&&t.act(o.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
he(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#r="";#o="";show(e){let{run:t,frame:r,playing:o}=e;this.#n!==t&&
this.#l(t),this.#e.max=String(v(e)),this.#e.value=String(r),this.#e.setAttribute("aria-valuetext",Ve(e)),this.#t.value=String(e.speed),S(this.root,".gdviz-statu\
s").textContent=M(t,t.player.status,k(e)),o||(S(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",o!==null),this.
root.hidden=v(e)===0,J(this.#a("play"),o?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=r===0;this.#a("next").disabled=r===v(e),
this.#a("last").disabled=r===z(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of j(this.root,".gdviz-tools button:not([data\
-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<v(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:r,seen:o}=e,
s=t.link?.stop??"";s!==this.#r&&([this.#r,this.#o]=[s,t.run]);let a=this.#o===t.run&&r===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=o&&r===v(e)?t.player.
verdict:"";return[a,Ve(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:r,seen:o}=e,s=o&&r===v(e)&&!Z("worked")?t.player.verdict:"",i=S(this.root,".gdviz-k\
eys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dra\
wn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return S(this.root,`[data-do="${e}"]`)}#l(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let o of qr)J(this.#a(o),t[o]);J(this.#e,t.scrub),J(this.#t,t.speed);let r=S(this.root,".gdviz-status");r.style.minWidth="",
r.textContent=M(e,t.status,E(e.steps,e.steps.length-1)),r.style.minWidth=`${r.getBoundingClientRect().width}px`;for(let o of["picture","home","share"])this.#a(o).
textContent=t[o]}};var Br=.13,jr=150,Ie=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#r;show(e,t){let{rate:r}=t.run,o=r&&ee(t)?{...r,zones:[],ticks:[]}:
r,s=JSON.stringify(o);if(!o||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#o(
o);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#r)}#o({name:e,value:t,rates:r,zones:o,ticks:s,earlier:i,restart:a,locked:l}){let c=y("output",{textContent:`\
η = ${w(t)}`}),d=y("input",{type:"range",min:"0",max:String(r.length-1),step:"1",ariaLabel:e,ariaValueText:w(t),disabled:l});d.value=String(r.indexOf(t));let u=()=>r[Number(
d.value)]??t;d.oninput=()=>{this.#n=!0,c.textContent=`η = ${w(u())}`,d.ariaValueText=w(u()),this.move(u())},d.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#r),this.#r=setTimeout(()=>{this.choose(u())},jr)},he(d);let m=y("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[R,A,F]of o){let O=y("span",{className:`\
gdviz-${R}`});Object.assign(O.style,{left:ut(A),width:ut(F-A)}),m.append(O)}let p=y("div",{className:"gdviz-ticks",ariaHidden:"true"}),[h=0,f=1]=s.map(([,R])=>R);
for(let[R,[A,F]]of s.entries()){let O=s.length<2||f-h>Br?"":R?"gdviz-after":"gdviz-before",le=y("small",{textContent:A,className:O});le.style.left=ut(F),p.append(
le)}let g=()=>{this.choose(t)},b=y("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});return[y(
"div",{className:"gdviz-rate-name"},y("span",{textContent:e}),...i?[b]:[],c),y("div",{className:"gdviz-track"},m,d),p]}},ut=n=>`${(100*n).toFixed(2)}%`;var _r=7;function mn(n,e){if(!n?.playing||!e.resumes)return null;let[t,r]=[n.run.link,e.link],o=r?.eta,s=k(n);if(!t?.eta||!o||o===t.eta||s===0||!Ur(t,r))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>_r?null:{schedule:i.join(","),eta:o}}var hn=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,Kr=new Set(["eta","schedule","step"]);function Ur(n,e){let t=r=>JSON.stringify(Object.entries(r).filter(([o])=>!Kr.has(o)));return t(n)===t(e)}var Yr=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function Fe(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await Zr(n)}).click()}async function Zr(n){let e=n.cloneNode(!0),{width:t,height:r}=n.viewBox.baseVal,o=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let d=getComputedStyle(l),u=o[c]?.style;if(u)for(let m of Yr)u[m]=d[m]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*r));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*r}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var Jr=["linear","log"],De=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:r}){if(this.#e===t&&this.#t===r&&e.firstChild)return;
[this.#e,this.#t]=[t,r];let o=Jr.map(s=>y("button",{type:"button",textContent:t.player[s],ariaPressed:String(r===s),onclick:()=>{this.choose(s),S(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(y("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...o))}};var Qr=6,Xr=400,eo={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},to={eta:"η",w:"W"},We=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#r;show(e,t){
let r=JSON.stringify(t);if(e.dataset.shown===r&&this.#e===r||this.#t)return;this.#e=e.dataset.shown=r;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#o(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#r)}#o(e,t){let r=this.controls[t];return r?this.#s(e,t,r):t?y("strong",{textContent:e}):e}#s(e,t,r){let o=y("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:to[t]??t}),s=a=>{o.textContent=o.ariaValueText=a,o.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=r.nudge(a);l!==null&&
s(l)};return o.onpointerdown=a=>{!a.isPrimary||a.button!==0||(o.setPointerCapture(a.pointerId),this.#t={control:r,x:a.clientX,steps:0})},o.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/Qr);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},o.onpointerup=o.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&r.release()},o.onkeydown=a=>{let l=eo[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#r),this.#r=setTimeout(()=>{r.release()},Xr))},o}};var no=110,ro=4,oo=.01,so=.16,io=.8;function ao(n){let e=Math.log10(Math.abs(n)/oo);return no*2**Math.max(0,Math.min(e,ro))}function lo(n,e){let t=e?Math.sign(n):
0,r=t<0?"square":"triangle";return{frequency:ao(n),wave:r,side:io*t,after:0,seconds:so}}var co={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function uo(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let r=n.frame===v(n)?co[e.end]:[];return[lo(t,e.sided),...r??[]]}var mo=.2,ho=.06,po=.01,qe=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let r of uo(e))this.#t(r)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:r,side:o,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+s,a.currentTime+s+i],[d,u,m]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];d.type=r,d.frequency.setValueAtTime(e,l),t&&d.frequency.exponentialRampToValueAtTime(t,c),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(r==="square"||r==="sawtooth"?ho:mo,l+po),u.gain.linearRampToValueAtTime(0,c),m.pan.setValueAtTime(o,l),d.connect(u).connect(
m).connect(a.destination),d.start(l),d.stop(c)}};function pn(n,e){let{run:t,seen:r}=e,o=ee(e)?"":t.summary??"",s=`${r} ${o}`;if(n.dataset.shown!==s){if(n.innerHTML=o,!r)for(let i of j(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var B=28,yn=2,yo=({run:n},e)=>n.table?.shown?E(n.steps,e):e,Be=class{#e=null;#t=null;#n=null;show(e,t){let{table:r,last:o}=t.run;if(!r)return;this.#n=t,(this.#e!==
e||this.#t!==r||!e.firstChild)&&([this.#e,this.#t]=[e,r],this.#r(e,r,r.shown?v(t)+1:o+1));let s=S(e,".gdviz-rows"),i=(r.shown?t.frame:k(t))*B;(i<s.scrollTop||i+
B>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),fn(s,r,t)}#r(e,t,r){let o=gn(t.columns.map(([c])=>c),"columnheader");o.classList.add("gdviz-head");
let s=y("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{o.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&fn(
s,this.#n.run.table,this.#n)};let i=y("div",{className:"gdviz-spacer"});i.style.height=`${r*B}px`,s.append(i);let a=y("div",{className:"gdviz-table",role:"table",
ariaLabel:t.name},o,s),l=t.columns.map(([c,d])=>go(this.#n?.run,c,d));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,d)=>c+d,0)}ch`),a.style.setProperty("--row",`${B}px`),a.setAttribute("aria-rowcount",String(r+1)),e.replaceChildren(a)}},fo=13;function go(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:fo):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((o,s)=>Math.max(o,s.
replaceAll(" × ","×").length),e.length)}function fn(n,e,t){let{run:r}=t,o=Math.max(0,Math.floor(n.scrollTop/B)-yn),s=r.predict?E(r.steps,z(t)):r.last,i=e.shown?
r.steps.length:s+1,a=Math.min(i,o+Math.ceil(n.clientHeight/B)+3*yn),l=[];for(let c=o;c<a;c++){let d=yo(t,c),u=d===s&&H(t),m=e.columns.map(([,h])=>h==="step"?String(
d):u&&h.startsWith("dW")?"":M(r,`{${h}}`,d).replaceAll(" × ","×")),p=gn(m,"cell");p.style.top=`${c*B}px`,p.setAttribute("aria-rowindex",String(c+2)),d===k(t)&&
p.setAttribute("aria-current","step"),l.push(p)}for(let c of j(n,".gdviz-spacer"))c.replaceChildren(...l)}function gn(n,e){return y("div",{className:"gdviz-row",
role:"row"},...n.map(t=>y("span",{role:e,textContent:t})))}var bn=[1,.95,.9,.85,.8,.75],je=class{#e=null;#t="";#n=[];#r=0;show(e,t){let{run:r,frame:o,known:s,outcome:i}=t;if(!r.worked)return;let{worked:a}=r,l=!!i?.guess&&
o===s,c=E(r.steps,l?o-1:o),d=c>=r.last,u=H(t)&&!l;this.#o(e,r,a);let m=d||u?a.last:a.rows,p=xn(a,m,m.map(([f,g])=>[M(r,f,c),M(r,g,c)]));p.style.minHeight=`${this.#r}\
px`,[...p.children].forEach((f,g)=>{f.style.minHeight=`${this.#n[g]??0}px`});let h=y("p",{className:"gdviz-end-here",textContent:r.player.verdict});d&&t.seen&&a.
last.length<a.rows.length&&p.append(h),e.replaceChildren(y("h2",{textContent:M(r,d?a.end:a.title,c)}),p)}#o(e,t,r){let o=bo(e),s=`${e.clientWidth} ${o?.clientHeight??
0} ${vo()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(p=>p<t.last),a=p=>i.map(h=>M(t,p,h)).reduce((h,f)=>f.length>h.length?
f:h,""),l=r.rows.map(([p,h])=>[a(p),a(h)]),c=xn(r,r.rows,l);e.replaceChildren(y("h2",{textContent:a(r.title)}),c);let d=(p,h)=>(e.style.setProperty("--size",String(
p)),c.getBoundingClientRect().bottom<=h),u=o?o.getBoundingClientRect().top-o.scrollTop+o.clientHeight:1/0,m=o?u-xo(e,o):1/0;bn.some(p=>d(p,m))||bn.some(p=>d(p,u)),
this.#n=[...c.children].map(p=>p.getBoundingClientRect().height),this.#r=c.getBoundingClientRect().height}};function bo(n){let e=n.closest(".st-key-side");return e&&
getComputedStyle(e).overflowY==="auto"?e:null}function xo(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(o=>o.contains(n))+1).reduce((o,s)=>o+(parseFloat(
getComputedStyle(s).minHeight)||0),0)}var vo=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function xn({columns:n=1,rows:e},t,r){let o=y("dl"),
s=Math.floor((t.length-(t===e?1:0))/n);return o.style.setProperty("--columns",String(n)),n>1&&o.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[
l="",c=""]=r[a]??[],d=y("div",{hidden:!l},y("dt",{textContent:l}),y("dd",{},...wo(c)));i&&d.style.setProperty("--mark",i),d.classList.toggle("gdviz-marked",i!==
void 0),d.classList.toggle("gdviz-of-all",n>1&&a>=s*n),o.append(d)}),o}function wo(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%2?y("i",{textContent:e}):
e)}var vn={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},_e=class{constructor(e,t,r,o){this.store=t;
this.renderer=r;this.tell=o;this.#t=new we(t,this,vn),this.#n=new Ge(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#s=new De(i=>{t.choose(
i)}),this.#a=new ke(i=>{this.tell("weight",i)}),this.#l=new Ie(i=>{this.#d.tryRate(i)},i=>{et("eta",i)}),this.#c=new Le(i=>{t.moveRing(i)}),this.#d=new Oe(i=>{this.#L(
i)}),this.#i=new We({eta:this.#l,w:this.#d}),this.#u=new Pe(S(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#P(t.state);a&&this.#m.play(a,i,vn.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#c.focus()}}),this.#p=new Ee(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#y=new xe(t,i=>{this.tell("shown",i)}),this.#x=[t.subscribe(this.#$),Tt(this.#M),me(()=>{this.#l.forget(),this.#E()}),He(document,"keydown",i=>{
!this.#h.takesKey(i)&&e.isConnected&&t.state&&en(i,this)},!0),He(document,"click",ln),He(document,"keydown",cn,!0),dn(this.#E),un(this.#E)];let s=t.state;this.#M(),
t.state&&t.state===s&&this.#R(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#r=new je;#o=new Be;#s;#i;#a;#l;#u;#d;#c;#m=new Re;#y;#h=new Ce;#b=new ze;#p;#f=new qe;#x;#g=null;#v=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#x)t();this.#m.clear();let e=[this.#n,this.#l,this.#d,this.#i,this.#c,this.#y,this.#h,this.#b,this.#p,this.#f];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():H(t)?this.#T():this.#t.play()},next:()=>{H(t)?this.#T():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(v(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#N(t)},home:()=>{this.tell("panel",{tool:"home",step:k(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:k(t)})},look:()=>{this.tell("panel",{tool:"look",step:k(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
$(t)==="step"?(this.#u.submit(),!0):this.#c.takesKey(e)}#T(){this.store.ask(),this.#c.focus()}async#N(e){let t=`gdviz-${k(e)}`,[r]=e.run.scenes;if(r)await this.#e.
get(r.chart)?.save(t);else{let o=Z("graph")?.querySelector("svg");o&&await Fe(o,t)}}#M=()=>{let e=ue(),t=e===null?null:this.store.receive(e);if(!t)return;let r=this.#g;
if(this.#g=null,r&&hn(t,r)){this.store.resume(t),this.#t.play();return}this.#g=mn(this.store.state,t),this.#g?(this.store.pause(),et("schedule",this.#g.schedule)):
this.store.load(t)};#$=(e,t)=>{this.#f.show(e,t),t&&So(e,t)?(this.#u.show(e),this.#w(e)):this.#R(e)};#R(e){let t=C(e).map(async r=>this.#S(r.chart)?.show(V(e,r)));
this.#v=Promise.all(t),this.#v.then(this.#k),this.#A(e),this.#y.show(e)}#A(e){let{run:t,frame:r}=e;this.#n.show(e),this.#h.show(t),this.#b.show(t),this.#p.show(
t.player.away);let o=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",o).replace("{position}",Ve(e)).trim();for(let{chart:i}of C(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);G("worked",i=>{this.#r.show(i,e)}),G("table",i=>{this.#o.show(i,e)}),G("scale",i=>{this.#s.show(i,e)}),G("rate",i=>{this.#l.
show(i,e)}),G("graph",i=>{t.graph&&this.#a.show(i,t.graph,r,M(t,t.player.graph??"",k(e)))}),G("story",i=>{t.story&&this.#i.show(i,t.story)}),G("summary",i=>{pn(
i,e)}),G("mission",i=>{t.mission&&tn(i,t.mission)}),this.#u.show(e),this.#w(e)}#w(e){let t=this.#P(e);this.#c.show(e,t),this.#d.show(e,t),$(e)!=="outcome"&&this.#m.
clear()}#P(e){let t=e.run.scenes.find(o=>o.clickable??o.grid),r=t&&this.#e.get(t.chart);return r?.isThere()?r:null}#S(e){let t=this.#e.get(e),r=this.renderer.find(
e);if(t?.element===r&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!r)return null;let o=this.renderer.mount(r,{onStart:s=>{this.#L(s)},onTap:s=>{this.
tell("tap",s)},onRedraw:s=>{this.#O(e,s)}});return this.#e.set(e,o),o}#L(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("start",e)}#O(e,t){let{
state:r}=this.store;if(!r)return;let o=C(r).find(({chart:s})=>s===e);t&&o&&this.#S(e)?.show(V(r,o)).then(this.#k),this.#w(r)}#E=()=>{let{state:e}=this.store;if(!e)
return;for(let[r,o]of this.#e)o.isThere()||(o.destroy(),this.#e.delete(r));let t=new Set(this.#e.values());for(let r of C(e)){let o=this.#S(r.chart);o&&!t.has(o)&&
o.show(V(e,r)).then(this.#k)}this.#A(e)};#k=()=>{let{state:e}=this.store,t=r=>!!this.#e.get(r)?.element.dataset.step;e&&(this.#n.markDrawn(C(e).every(({chart:r})=>t(
r))),e.playing||Xt())};async settle(){await this.#v}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:r}=t,o=C(t).map(async s=>this.#e.get(s.chart)?.
animate(V(t,s,r),V(t,s,r+1),e));await Promise.all(o)}},G=(n,e)=>{let t=Z(n);t&&e(t)},So=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var wn="gdviz-tally";function Sn(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(wn)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function En(n){try{n.count&&sessionStorage.setItem(wn,JSON.stringify(n))}catch{}}var Ke=new be;Ke.tally=Sn();Ke.subscribe(({tally:n},e)=>{e&&n!==e.tally&&En(n)});var kn=[],oe=null,Tn=n=>({parentElement:e,setTriggerValue:t})=>ce(kn,{place:S(e,
".gdviz-player"),tell:t},()=>{Eo(n)});function Eo(n){let e=de(kn);if(oe&&oe.panel===e){oe.player.tell=e.tell;return}oe?.player.destroy(),oe=e?{panel:e,player:new _e(
e.place,Ke,n(Ke),e.tell)}:null}var Ue=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function Rn(n,e,t){let{words:r}=n;if(!r.length)return;let[o,s]=[e,t].map(h=>h.flatMap(n.wordsOf)),i=r.filter(h=>!o.includes(h)&&!s.includes(h));for(let h of r)h.
style.translate&&(h.style.translate=""),h.style.visibility&&(h.style.visibility="");let a=mt(n.edge),l=o.length+s.length>0,c=h=>l?h.map(mt).filter(Mn):[],d=c(n.
marks),u=[...d.filter(({left:h,right:f})=>f-h>=12),...c(n.labels)],m=new Map(r.map(h=>[h,mt(h)])),p=(h,f)=>{let g=m.get(h);if(!g||!Mn(g))return;let b=f(g);b?((b[0]||
b[1])&&(h.style.translate=`${b[0]}px ${b[1]}px`),u.push(ht(g,b))):h.style.visibility="hidden"};for(let h of i)p(h,f=>yt(f,a));for(let h of o)p(h,f=>ko(f,u,a));for(let h of s)
p(h,f=>[...u,...d].some(g=>pt(f,g,0))?null:[0,0])}var mt=n=>n.getBoundingClientRect(),Mn=({left:n,right:e})=>e>n,ht=({left:n,right:e,top:t,bottom:r},[o,s])=>({left:n+
o,right:e+o,top:t+s,bottom:r+s}),pt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function yt({
left:n,right:e,top:t,bottom:r},o){let s=(i,a,l,c)=>Math.max(l-i,0)||Math.min(c-a,0);return[s(n,e,o.left,o.right),s(t,r,o.top,o.bottom)]}function ko(n,e,t){let r=yt(
n,t),o=ht(n,r),s=e.filter(u=>pt(o,u,1.5));if(!s.length)return r;let i=u=>s.map(m=>m[u]),a=[[0,Math.min(...i("top"))-o.bottom+1.5],[0,Math.max(...i("bottom"))-o.
top-1.5],[Math.min(...i("left"))-o.right+1.5,0],[Math.max(...i("right"))-o.left-1.5,0]],l=([u,m])=>Math.abs(u)+Math.abs(m),c=u=>{let m=ht(o,u);return l(yt(m,t))===
0&&!e.some(p=>pt(m,p,1.5))},[d]=a.filter(u=>l(u)<=48&&c(u)).sort((u,m)=>l(u)-l(m));return d?[r[0]+d[0],r[1]+d[1]]:null}var To={x:80,y:40},se=class{constructor(e,t,r,o){this.way=e;this.layout=t;this.range=r;this.extent=o}way;layout;range;extent;get isLog(){return this.layout.type===
"log"}pixelOf(e){let[t,r]=this.range,o=((this.isLog?Math.log10(e):e)-t)/(r-t),{start:s,length:i}=this.extent;return s+i*(this.way==="x"?o:1-o)}valueAt(e){let[t,
r]=this.range,o=(e-this.extent.start)/this.extent.length;return t+(r-t)*(this.way==="x"?o:1-o)}ticks(){let[e,t]=this.range,r=this.layout.nticks??Mo(this.extent.
length/To[this.way],4,9)+1;if(!this.isLog){let{tickmode:i,dtick:a=1}=this.layout;return An(ft(e,t,i==="linear"?a:Pn((t-e)/r)))}if(t-e>=1)return ft(e,t,Math.max(
1,Math.ceil((t-e)/r))).map(a=>({value:a,text:$n(10**a,Math.abs(a)>Nn)}));let[o,s]=[10**e,10**t];return An(ft(o,s,Pn((s-o)/r))).map(({value:i,text:a})=>({value:Math.
log10(i),text:a}))}},Nn=3;function An(n){let e=Math.max(...n.map(Math.abs));return n.map(t=>({value:t,text:$n(t,Math.abs(Math.floor(Math.log10(e)))>Nn)}))}function $n(n,e){
if(!n||!e)return w(n).replaceAll(" × ","×");let t=Math.floor(Math.log10(Math.abs(n))+1e-9);return`${w(n/10**t)}×10${tt(t)}`.replace(/^1×/,"")}var Mo=(n,e,t)=>Math.
max(e,Math.min(n,t));function Pn(n){let e=10**Math.floor(Math.log10(n));return e*([2,5].find(t=>t*e>=n)??10)}function ft(n,e,t){let[r,o]=[Math.ceil(n/t-1e-6),Math.
floor(e/t+1e-6)],s=Math.max(0,Math.min(o-r+1,100));return Array.from({length:s},(i,a)=>Number(((r+a)*t).toPrecision(12)))}function On(n,e,t,r){let[o=0,s=1]=n.domain??
[],[i=0,a=1]=e.domain??[],l={start:r.left+o*r.width,length:(s-o)*r.width},c={start:r.top+(1-a)*r.height,length:(a-i)*r.height};if(!e.scaleanchor)return[l,c];let[
d=1,u=1]=t.map(([p=0,h=1])=>h-p),m=Math.min(l.length/d,c.length/u);return[Ln(l,m*d),Ln(c,m*u)]}var Ln=({start:n,length:e},t)=>({start:n+(e-t)/2,length:t});function ie(n){if(!n)return[];if(!("bdata"in n))return n;let e=Uint8Array.from(atob(n.bdata),t=>t.charCodeAt(0));return[...Ro(n.dtype,e.buffer)]}function Ro(n,e){
switch(n){case"f8":return new Float64Array(e);case"i1":return new Int8Array(e);case"i2":return new Int16Array(e);case"i4":return new Int32Array(e);default:throw new Error(
`numbers of an unknown type ${n}`)}}var Cn=1e5,ae=([n,e])=>Number.isFinite(n)&&Number.isFinite(e),Vn=([n,e])=>`${Ye(n)},${Ye(e)}`,Ye=n=>Math.round(1e3*Math.max(-Cn,Math.min(n,Cn)))/1e3;function Ao(n){
let e=!1;return n.map(t=>{let r=e;return e=ae(t),e?`${r?"L":"M"}${Vn(t)}`:""}).join("")}var I=2/Math.sqrt(3),Po={circle:n=>`M${n},0A${n},${n} 0 1,1 0,${-n}A${n}\
,${n} 0 0,1 ${n},0Z`,square:n=>`M${n},${n}H${-n}V${-n}H${n}Z`,diamond:n=>`M${1.3*n},0L0,${1.3*n}L${-1.3*n},0L0,${-1.3*n}Z`,cross:n=>{let[e,t]=[1.2*n,.4*n];return`\
M${e},${t}H${t}V${e}H${-t}V${t}H${-e}V${-t}H${-t}V${-e}H${t}V${-t}H${e}Z`},x:n=>{let e=.8*n/Math.SQRT2;return`M0,${e}l${e},${e}l${e},${-e}l${-e},${-e}l${e},${-e}\
l${-e},${-e}l${-e},${e}l${-e},${-e}l${-e},${e}l${e},${e}l${-e},${e}l${e},${e}Z`},"triangle-up":n=>`M${-I*n},${n/2}H${I*n}L0,${-n}Z`,"triangle-down":n=>`M${-I*n}\
,${-n/2}H${I*n}L0,${n}Z`,"triangle-left":n=>`M${n/2},${-I*n}V${I*n}L${-n},0Z`,"triangle-right":n=>`M${-n/2},${-I*n}V${I*n}L${n},0Z`,star:n=>`M${Array.from({length:10},
(t,r)=>{let[o,s]=[(2*r-5)*Math.PI/10,1.4*n*(r%2?.382:1)];return`${s*Math.cos(o)},${s*Math.sin(o)}`}).join("L")}Z`},zn="-open",Ze=class{constructor(e){this.trace=
e;let{mode:t="lines",line:r,fill:o,fillcolor:s,opacity:i}=e;this.#e=t.includes("lines")?x("path","js-line",{fill:o?s??"none":"none",stroke:r?.color??"none","str\
oke-width":r?.width??2,"stroke-linejoin":"round",...r?.dash==="dot"&&{"stroke-dasharray":`${Math.max(3,r.width)}`}}):null,this.#e&&this.group.append(this.#e),t.
includes("markers")&&this.group.append(this.#t),t.includes("text")&&this.group.append(this.#n),i!==void 0&&this.group.setAttribute("opacity",String(i))}trace;group=x(
"g","trace",{});#e;#t=x("g","points",{});#n=x("g","textpoint",{});put(e,t){this.#e?.setAttribute("d",Ao(e)),this.#t.parentNode&&this.#r(e),this.#n.parentNode&&this.#s(
e,t)}#r(e){let t=Hn(this.#t,e.length,r=>this.#o(r));e.forEach((r,o)=>{let s=t[o];s&&(s.style.display=ae(r)?"":"none",ae(r)&&s.setAttribute("transform",`translat\
e(${Vn(r)})`))})}#o(e){let{symbol:t="circle",size:r=6,opacity:o=1,line:s}=this.trace.marker??{},i=this.trace.marker?.color??this.trace.line?.color??"none",a=t.endsWith(
zn),l=Po[t.replace(zn,"")];if(!l)throw new Error(`no mark ${t}`);let c=typeof r=="number"?r:ie(r)[e]??0;return x("path","point",{d:l(c/2),fill:a?"none":i,stroke:a?
i:s?.color??"none","stroke-width":s?.width??(a?1:0),opacity:o})}#s(e,t){let r=Hn(this.#n,e.length,()=>this.#i());e.forEach((o,s)=>{let i=r[s];if(!i)return;let a=t?.[s];
if(a!==void 0&&i.textContent!==a&&(i.textContent=a),i.style.display=ae(o)?"":"none",!ae(o))return;let[l,c]=o;i.setAttribute("x",String(Ye(l))),i.setAttribute("y",
String(Ye(c)+this.#a()))})}#i(){let{textfont:e,textposition:t="middle center"}=this.trace,r=t.endsWith("left")?"end":t.endsWith("right")?"start":"middle";return x(
"text","",{"text-anchor":r,fill:e?.color??"","font-size":e?.size??12})}#a(){let{textfont:e,textposition:t="middle center"}=this.trace,r=e?.size??12,[o]=t.split(
" ");return r*(o==="top"?-.25:o==="bottom"?.75:.25)}};function Hn(n,e,t){for(;n.childElementCount>e;)n.lastElementChild?.remove();for(;n.childElementCount<e;)n.
append(t(n.childElementCount));return Array.from(n.children)}var $o=0,Je=class{constructor(e){this.figure=e;this.layout=e.layout,this.marks=e.data.map(t=>new Ze(t)),this.#e=e.data.map(({x:t,y:r,text:o})=>({x:ie(t),y:ie(r),
...typeof o=="object"&&{text:o}})),this.marks.forEach(({trace:t,group:r},o)=>{let s=t.xaxis==="x2";t.cliponaxis!==!1&&r.setAttribute("clip-path",`url(#${this.#n}\
-${s?2:1})`),this.#o[s?1:0].append(r),r.setAttribute("data-trace",String(o))}),this.svg.append(this.#r,...this.#o,this.#s),this.box.append(this.svg)}figure;svg=x(
"svg","gdviz-drawing",{"aria-hidden":"true"});box=y("div",{className:"gdviz-chart"});marks;layout;#e;#t=null;#n=`gdviz-clip-${++$o}`;#r=x("g","ground",{});#o=[x(
"g","scatterlayer",{}),x("g","scatterlayer",{})];#s=x("g","labels",{});#i=null;axes(e=!1){let t=e?this.#t?.second:this.#t?.first;if(!t)throw new Error("the char\
t is not drawn");return t}places(e){return this.#e[e]??{}}get height(){let e=this.box.parentElement?.clientHeight??0;return e>0?e:this.layout.height}draw(){let e=this.
box.clientWidth,t=this.height;this.svg.setAttribute("viewBox",`0 0 ${e} ${t}`);for(let[r,o]of Object.entries({width:e,height:t}))this.svg.setAttribute(r,String(
o));this.svg.style.setProperty("--gdviz-paper",this.layout.paper_bgcolor),this.#t=this.#l(e),this.#u(),this.#m(),this.marks.forEach((r,o)=>{this.#a(o)})}change(e){
this.layout=Object.entries(e).reduce((t,[r,o])=>In(t,r.split("."),o),this.layout)}set(e,t){this.#e[e]={...this.places(e),...t},this.#a(e)}pixelsOf(e,{x:t=[],y:r=[]}){
let[o,s]=this.axes(this.figure.data[e]?.xaxis==="x2");return t.map((i,a)=>[Gn(o,i),Gn(s,r[a]??null)])}move(e,t){this.marks[e]?.put(t)}setPicture(e){this.#i?.setAttribute(
"href",e);let[t]=this.layout.images??[];t&&(this.layout={...this.layout,images:[{...t,source:e}]})}labels(){return[this.#t?.first[1],this.#t?.second?.[1]].flatMap(
t=>t&&t.layout.visible!==!1?t.ticks().map(({text:r})=>r):[])}roomFor(e){return(this.layout.yaxis.tickfont?.size??0)*(2.8+.58*e)}#a(e){let t=this.places(e);this.
marks[e]?.put(this.pixelsOf(e,t),t.text)}#l(e){let{l:t,r,t:o,b:s}=this.layout.margin,[i,a,l,c]=[t,r,o,s].map(Math.round),d=new DOMRect(i,l,Math.max(e-i-a,1),Math.
max(this.height-l-c,1)),u=(g,b)=>{let[R,A]=[g.range??[0,1],b.range??[0,1]],[F,O]=On(g,b,[R,A],d);return[new se("x",g,R,F),new se("y",b,A,O)]},{xaxis:m,yaxis:p,xaxis2:h,
yaxis2:f}=this.layout;return{first:u(m,p),second:h&&f?u(h,f):null}}#u(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],t=e.map(([o,s],i)=>{let a=x("\
clipPath","",{id:`${this.#n}-${i+1}`});return a.append(x("rect","",{x:o.extent.start,y:s.extent.start,width:o.extent.length,height:s.extent.length})),a}),r=x("g",
"",{"clip-path":`url(#${this.#n}-1)`});this.#i=this.#c(),this.#i&&r.append(this.#i),r.append(...(this.layout.shapes??[]).map(o=>this.#d(o))),this.#r.replaceChildren(
...t,r,...e.flatMap(Oo))}#d({path:e,fillcolor:t="none",line:r}){let[o,s]=this.axes(),i=e.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g,(a,l,c)=>[o.pixelOf(Number(l)),s.pixelOf(
Number(c))].map(d=>d.toFixed(2)).join(","));return x("path","",{d:i,fill:t,"fill-rule":"evenodd",stroke:r?.color??"none","stroke-width":r?.width??0})}#c(){let[e]=this.
layout.images??[];if(!e)return null;let[t,r]=this.axes(),[o,s]=[t.pixelOf(e.x),r.pixelOf(e.y)],[i,a]=[t.pixelOf(e.x+e.sizex),r.pixelOf(e.y-e.sizey)],l={x:o,y:s,
width:i-o,height:a-s};return x("image","",{href:e.source,preserveAspectRatio:"none",...l})}#m(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],{layout:t,
height:r}=this,o=(s,i)=>zo(s,i,t,r);this.#s.replaceChildren(...e.flatMap(([s,i])=>[...o(s,i),...o(i,s)]))}},Gn=(n,e)=>e===null?NaN:n.pixelOf(e);function In(n,[e="",
...t],r){let o=n[e]??{};return{...n,[e]:t.length?In(o,t,r):r}}function Oo([n,e]){let t=(r,o)=>{if(r.layout.visible===!1||r.layout.showgrid===!1)return[];let{start:s,
length:i}=o.extent;return r.ticks().map(({value:a})=>{let l=Fn(r,a),c=r.way==="x"?{x1:l,x2:l,y1:s,y2:s+i}:{y1:l,y2:l,x1:s,x2:s+i};return x("line","grid",{...c,stroke:r.
layout.gridcolor??"none"})})};return[...t(n,e),...t(e,n)]}var Fn=(n,e)=>n.pixelOf(n.isLog?10**e:e),gt=3,Co=.36;function zo(n,e,{font:t,margin:r},o){let{layout:s,
extent:i,way:a}=n;if(s.visible===!1)return[];let l=s.tickfont?.size??12,[c,d]=[e.extent.start+e.extent.length,i.start+i.length/2],u=e.extent.start,m=n.ticks().map(
({value:f,text:g})=>{let b=Fn(n,f),R=a==="x"?{x:b,y:c+gt+l}:{x:u-gt,y:b+Co*l},A=x("text",`${a}tick`,{...R,"text-anchor":a==="x"?"middle":"end","font-size":l});return A.
textContent=g,A}),{text:p="",font:h}=s.title??{};if(p){let f=h?.size??l,g=a==="x"?{x:d,y:Math.min(c+gt+2.4*l+f/2,o-.4*f)}:{transform:`translate(${f+(u-r.l)}, ${d}\
) rotate(-90)`},b=x("text",`${a}title`,{...g,"text-anchor":"middle","font-size":f});b.textContent=p,m.push(b)}for(let f of m)f.setAttribute("fill",t.color);return m}var Qe=class{#e=new Map;constructor(e){for(let[t,r]of Object.entries(e)){let o=this.find(t);if(!o)continue;let s=new Je(r);o.replaceChildren(s.box),s.draw(),this.#e.
set(o,s)}}find(e){return document.querySelector(`.st-key-${e} > div`)}mount(e,t){let r=this.#e.get(e);if(!r)throw new Error("no figure was drawn there");return new bt(
e,t,r)}},bt=class{constructor(e,t,r){this.element=e;this.listener=t;this.#e=r,e.setAttribute("role","figure");let o=()=>`${e.clientWidth} ${e.clientHeight}`,s=o();
this.#r=new ResizeObserver(()=>{o()!==s&&(s=o(),this.#e.draw(),this.#o&&this.#d(this.#o),t.onRedraw(!1))}),this.#r.observe(e),e.addEventListener("click",this.#m,
{signal:this.#n.signal})}element;listener;#e;#t=new Ue;#n=new AbortController;#r;#o=null;#s=!1;isThere(){return this.element.isConnected}destroy(){this.stop(),this.#r.
disconnect(),this.#n.abort()}stop(){this.#t.end(),this.#s=!1}show(e){return this.#i(e)||(this.#t.take(),this.#a(e)),Promise.resolve()}async animate(e,t,r){if(!this.#i(
e))return;let o=this.#t.take();this.#s=!1;let{scene:s,frame:i}=e;for(let{data:l,traces:c,share:d}of $t(e))if(!await this.#c(o,l,c,r*d))return;let a=s.glides?.[i];
a!==void 0&&!await this.#c(o,X(t),_(s),r*a)||Ot(e)&&this.#a(t)}#i({scene:e,frame:t,known:r}){let o=this.#o;return this.#s&&o?.scene===e&&o.frame===t&&o.known===
r}#a(e){let t=this.#o,{scene:r,frame:o,known:s,run:i}=e;(t?.scene!==r||t.known!==s)&&this.#l(e),this.#u(e);let a=r.pictures?.[o];a&&this.#e.setPicture(a);let l=X(
e);_(r).forEach((c,d)=>{this.#e.set(c,l[d]??{})}),this.#o=e,this.#s=!0,this.#d(e),this.element.dataset.step=String(i.steps[o])}#l(e){if(!e.scene.fixed)return;let{
lines:t,layout:r}=Ct(e);this.#e.change(r),this.#e.draw();let o=this.#e.roomFor(Math.max(0,...this.#e.labels().map(s=>s.length)));o!==this.#e.layout.margin.l&&(this.#e.
change({"margin.l":o}),this.#e.draw());for(let{trace:s,x:i,y:a}of t)this.#e.set(s,{x:i,y:a})}#u(e){let t=zt(e);if(!t||String(this.ranges())===String(t.slice(0,4)))
return;let[r,o,s,i,a=0]=t,l=this.#e.roomFor(a);this.#e.change({"xaxis.range":[r,o],"yaxis.range":[s,i],"margin.l":l}),this.#e.draw()}#d({scene:e,frame:t}){for(let i of e.
fixed?.lines??[]){let[a]=ge(i,t),{x:l=[],y:c=[]}=this.#e.places(i.trace),d=l.filter(u=>u!==null&&u<=(a??-1/0));this.#e.move(i.trace,this.#e.pixelsOf(i.trace,{x:d,
y:c})),this.#e.marks[i.trace]?.group.toggleAttribute("data-cut",d.length<l.length)}let{svg:r,marks:o}=this.#e,s=i=>Array.from(r.querySelectorAll(i));Rn({edge:this.
element,wordsOf:i=>Array.from(o[i]?.group.querySelectorAll("text")??[]),words:s(".textpoint text"),marks:s(".points path"),labels:s(".labels text")},e.asides??[],
e.yields??[])}async#c(e,t,r,o){let i=r.map((l,c)=>{let d={...this.#e.places(l),...t[c]},[u,m]=[this.#e.places(l),d].map(p=>this.#e.pixelsOf(l,p));return{trace:l,
places:d,from:u??[],to:m??[],moves:!!t[c]?.x}}).filter(({moves:l})=>l),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);if(!this.#t.
holds(e))return!1;l=Math.max(0,Math.min((c-a)/Math.max(o,1),1));for(let{trace:d,from:u,to:m}of i)this.#e.move(d,m.map((p,h)=>Ho(u[h]??p,p,l)))}for(let{trace:l,places:c}of i)
this.#e.set(l,c);return!0}get overlay(){return this.#e.box}ranges(){let[e,t]=this.#e.axes();return[e.range,t.range]}placeAt(e,t){let{left:r,top:o}=this.#e.svg.getBoundingClientRect(),
[s,i]=this.#e.axes();return[s.valueAt(e-r),i.valueAt(t-o)]}pixelsOf(e,t){let[r,o]=this.#e.axes();return[r.pixelOf(e),o.pixelOf(t)]}heightAt(e){let{x:t=[],y:r=[]}=this.#e.
places(0),o=t.findIndex(m=>m!==null&&m>=e),[s,i]=[Math.max(o-1,0),o<0?t.length-1:o],[a,l,c,d]=[t[s]??NaN,t[i]??NaN,r[s]??NaN,r[i]??NaN],u=l>a?Math.min(Math.max(
(e-a)/(l-a),0),1):0;return c+u*(d-c)}#m=({clientX:e,clientY:t})=>{let{grid:r,taps:o,clickable:s}=this.#o?.scene??{},i=this.placeAt(e,t);if(!this.ranges().every(
([c,d],u)=>c<=(i[u]??NaN)&&(i[u]??NaN)<=d))return;let l=c=>i.map((d,u)=>Number((Math.round(d/(c[u]??1))*(c[u]??1)).toFixed(6)));if(r)this.listener.onStart(l(r));else if(o)
this.listener.onTap(l(o));else if(s){let c=(this.#e.places(0).x??[]).filter(d=>d!==null);this.listener.onStart([c.reduce((d,u)=>Math.abs(u-i[0])<Math.abs(d-i[0])?
u:d)])}};fade(e){if(this.#o)for(let t of _(this.#o.scene)){let r=this.#e.marks[t]?.group;r&&(r.style.opacity=e?"0.15":"")}}async save(e){await Fe(this.#e.svg,e)}},
Ho=([n,e],[t,r],o)=>o>=1?[t,r]:[n+o*(t-n),e+o*(r-e)];var xt=n=>S(document,`#gdviz-${n}`).textContent,Vo={eta:"eta",schedule:"schedule",start:"w"};function qn(n){return n.startsWith("{")?new TextEncoder().encode(n):
Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var Xe=()=>JSON.parse(ue()??"{}").link??{},Dn=0;async function Bn(n,e){let t=++Dn,r=document.querySelector("[data-aw\
ay]");try{let o=await fetch(`lesson/run?${new URLSearchParams({...Xe(),change:n,to:e}).toString()}`);if(!o.ok)throw new Error(o.statusText);let s=qn(await o.text());
if(r&&(r.hidden=!0),t!==Dn)return;_n(s),history.replaceState(null,"",`?${new URLSearchParams(Xe()).toString()}`)}catch{r&&(r.hidden=!1),kt()}}var jn=(n,e)=>{let t=Vo[n];
t&&document.querySelector("[data-away]")&&Bn(t,String(e))},_n=n=>{Et(document.body,n,jn)},Wn=JSON.parse(xt("dark")),Go=matchMedia("(prefers-color-scheme: dark)").
matches,Io=JSON.parse(xt("figures").replace(/"((#|rgb)[^"]*)"/g,(n,e)=>Go&&Wn[e]?`"${Wn[e]}"`:n));for(let n of document.querySelectorAll("a[data-to]"))n.addEventListener(
"click",()=>{let e=new URLSearchParams(location.search);n.dataset.lang&&e.set("lang",n.dataset.lang),n.href=`${n.dataset.to??""}?${e.toString()}`});for(let n of document.
querySelectorAll("select[data-change]")){let e=n.dataset.change??"";n.addEventListener("change",()=>{let r={...Xe(),change:e,to:n.value};n.dataset.anew===void 0?
Bn(e,n.value):location.search=new URLSearchParams(r).toString()});let t=()=>{n.value=Xe()[e]??""};me(t),window.addEventListener("pageshow",()=>{requestAnimationFrame(
t)})}_n(qn(xt("run")));Tn(()=>new Qe(Io))({parentElement:document,setTriggerValue:jn});
