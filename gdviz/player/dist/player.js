var pe=n=>document.querySelector(`[data-gdviz="${n}"]`),se=(n,e)=>[...n.querySelectorAll(e)];function k(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function p(n,e={},...t){let r=Object.assign(document.createElement(n),e);return r.append(...t),r}function ye(n,e){n.setAttribute("aria-label",e),n.title=
e}function ze(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function vt(n,e,t){let r=n.find(({place:o})=>o===e.place);return r?Object.assign(r,e):n.push(e),t(),()=>{let o=n.findIndex(({place:i})=>i===e.place);o>=0&&n.splice(
o,1),t()}}var bt=n=>n.filter(({place:e})=>e.isConnected).at(-1);function cn(n,e){let t=Math.abs(n);if(!ao(t,e))return n.toExponential(e-1);let[r="",o=""]=t.toExponential(100).split("e"),i=/^50*$/.test(r.replace(".","").slice(
e)),s=r.slice(0,e>1?e+1:1),a=Number(s.at(-1))%2===0,l=i&&a?`${s}e${o}`:t.toExponential(e-1);return n<0?`-${l}`:l}var ao=(n,e)=>n.toExponential(e+1).charAt(e>1?e+
1:2)==="5";function T(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",r]=cn(n,e).split("e"),o=Number(r),i=o>=-4&&o<e,s=i?(+`${t}e${o}`).toFixed(e-1-o):t,a=(s.
includes(".")?s.replace(/\.?0+$/,""):s).replace("-","−");return i?a:`${a} × 10${lo(o)}`}var lo=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),ae=n=>T(Number(cn(n,2))),I=n=>{let e=n.map(t=>T(t));return e.
length===1?e.join():`(${e.join(", ")})`};function ge(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,
"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var dn=4/3,uo=.95,P=n=>Math.hypot(...n),L=(n,e,t=1)=>n.map((r,o)=>r+t*(e[o]??NaN)),xt=(n,e)=>n.reduce((t,r,o)=>t+r*(e[o]??NaN),0),Ne=({weights:n,update:e})=>L(n,
e,-1);function hn(n){let e=P(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function wt(n,e){let{weights:t,slope:r,update:o}=e,i=Ne(e),s=P(L(n,i,-1)),
a=(y,g)=>P(g)>0&&P(L(n,y,-1))<=hn(g);if(I(n)===I(i)&&s<=.005*P(o)+1e-12*(1+P(i)))return"exact";if(s<=hn(o))return"right";if(!P(o))return"rests";if(a(t,o))return"\
stayed";let[d,...u]=co(e).filter(([,y,g])=>a(y,g));if(d&&!u.length)return d[0];let c=L(n,t,-1),h=P(c)/P(o),f=-xt(c,o)/(P(c)*P(o)),m=h<dn&&h>1/dn;return f>uo?m?"\
close":h>1?"too-long":"too-short":m?"wrong-direction":xt(o,r)>0&&xt(c,r)>0?"uphill":"astray"}function co(n){let{weights:e,slope:t,update:r,rate:o}=n,i=Ne(n),s=t.
map(u=>o*u),l=P(L(r,s,-1))<=1e-9*P(r)?[["forgot-rate",L(e,t,-1),t],["forgot-both",L(e,t),t],["slope-only",t,t]]:[["forgot-memory",L(e,s,-1),s]],d=e.length>1?e.map(
(u,c)=>e.map((h,f)=>f===c?i[c]??NaN:h)):[];return[...l,["forgot-minus",L(e,r),r],["change-only",r,r],...d.map(u=>["one-only",u,r])]}var Le=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function A(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(r,o,i,s)=>{let a=ho(n,i,t,t+(s?1:0));return o&&/^−|×/.test(a)?`(${a})`:a})}function ho(n,e,t,r){
if(e==="step")return String(t);if(e==="next")return String(t+1);let o=n.columns[e]?.[r]??e,i=Object.hasOwn(n.constants,o)?n.constants[o]:void 0;return i!==void 0?
A(n,i,t):o===e?"":o}function S(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function mo({rows:n,frame:e,grows:t},r){let o=i=>n[n.
length===1?0:e?e[i]??0:i]??[];return t?Array.from({length:r},(i,s)=>o(s)).flat():o(r)}function St({space:n},e,t){let r=n?3:2,o=i=>e.filter((s,a)=>a%r===i);return{
x:o(0),y:o(1),...n&&{z:o(2)},...t&&{text:t}}}function fo({x:n,basis:e,shares:t,most:r,gaps:o},i){let s=S(t,i),a=d=>s.reduce((u,c,h)=>u+c*(e[h]?.[d]??0),0),l=n.map(
(d,u)=>Math.min(a(u),r));for(let d of o?.[i]??[])l[d]=null;return{x:n,y:l}}function ve({x:n,y:e,rests:t},r){let o=Math.min(t?S(t,r):r,n.length-1);return[n[o]??null,
e[o]??null]}function le({run:n,scene:e,frame:t,known:r}){let o=S(n.steps,t),i=!!n.predict&&t>=r&&t<n.steps.length-1,s=a=>{let l=i&&e.answers?.includes(a.trace),
d=a.text?.map(u=>l?"":A(n,u,o));return St(e,l?[]:mo(a,t),d)};return[...e.tracks.map(s),...e.curves.map(a=>fo(a,t)),...(e.fixed?.lines??[]).map(a=>St(e,ve(a,t))),
...e.keep.map(()=>({}))]}function K({tracks:n,curves:e,fixed:t,movers:r,keep:o}){return[...n,...e].map(({trace:i})=>i).concat(t?.lines?r:[],o)}function fn({scene:n,
frame:e}){let{movers:t,keep:r,fixed:o}=n,i=n.space?3:2;return(o?.lines?[[...o.lines.flatMap(a=>ve(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,d)=>St(
n,a.slice(d*i,(d+1)*i))),...r.map(()=>({}))],traces:[...t,...r],share:a.at(-1)??0}))}function pn({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&
!n.pictures}var po=.09;function yn({run:n,scene:e,known:t}){let{lines:r=[],layout:o={}}=e.fixed??{},i=r.map(a=>({...a,x:mn(n,a.x,t),y:mn(n,a.y,t)})),s=o["yaxis.\
autorange"]?yo(i.flatMap(({y:a})=>a),o["yaxis.type"]==="log"):null;return{lines:i,layout:s?{...o,"yaxis.autorange":!1,"yaxis.range":s}:o}}var mn=(n,e,t)=>n.predict?
e.slice(0,t+1):[...e],Et=({scene:n,frame:e})=>n.axes?S(n.axes,e):null;function yo(n,e){let t=n.filter(s=>s!==null).map(s=>e?Math.log10(s):s),[r,o]=[Math.min(...t),
Math.max(...t)],i=po*(o-r)||.9;return Number.isFinite(o-r+2*i)?[r-i,o+i]:null}var x=({run:n})=>n.steps.length-1,E=({run:n,frame:e})=>S(n.steps,e),_=n=>n.run.predict?n.known:x(n),Z=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<x(n),be=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function F(n){if(Z(n)){if(be(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function gn(n,{weights:e,slopes:t,updates:r,rate:o}){let i=E(n),s=a=>a[i]??[];return{weights:s(e),slope:s(t),update:s(r),rate:o}}function ue(n){let{predict:e}=n.
run;return e?F(n)==="step"?n.ring??gn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var V=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),Y=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:_(n)}),go={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},Ce=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let r={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},o=this.tally&&!t?{tally:this.tally}:{};this.#o({...go,...o,...t,...r,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:r})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:r+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(r=>{let{known:o,tally:i,run:s}=r,a={known:o+1,playing:t};if(!e||!s.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=gn(r,s.predict),[d,u,c]=[wt(e,l),Ne(l),P(l.update)],h=P(L(e,u,-1)),f=P(L(e,l.weights,-1))/c,m={guess:I(e),truth:I(u),distance:T(h),times:ae(Math.max(f,1/f))};
return{...a,outcome:{kind:d,guess:e,numbers:m},tally:{count:i.count+1,right:i.right+Number(Le(d)),distance:i.distance+(c?h/c:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,r=Math.max(0,Math.min(e.frame,_(e)));this.state={...e,frame:r,seen:e.seen||r===x(e)};for(let o of this.#t)
o(this.state,t)}};var vn=500,Oe=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,vn)),this.store.isAddressed?this.#e??=setTimeout(this.#r,vn):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String(E(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(E(this.#n))},r=Object.fromEntries(e.searchParams),o=Object.keys({...t,...r}).filter(s=>t[s]!==r[s]),
i=!this.store.isAddressed||o.every(s=>s==="step");if(this.store.isAddressed=!0,!(!o.length||!i)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let s={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(s,"*")}}};var[vo,bo]=["gdviz-run","gdviz-refused"];var Tt=(n,e)=>window.gdvizChange?.(n,e),bn=()=>window.gdvizRun??null;var xn=n=>Sn(vo,n),wn=n=>Sn(bo,n);function Sn(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var He=800,Tn=400,En=He+Tn,Pt=3,xo=1e4;function kt(n){let e=x(n)-Pt,t=n.frame<Pt;return n.speed*(t?1:Math.max(1,e*En/(xo-Pt*En)))}var De=class{constructor(e,t,r){
this.store=e;this.stage=t;this.surroundings=r}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
x(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<_(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(He/kt(t)):await this.stage.slide(He/kt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
Tn/kt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let r=this.#t(t);r&&(this.surroundings.isStill()||
await this.stage.slide(He/r.speed),this.#t(t)&&this.store.jump(r.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[$e,Pn]=["data-test-connection-state","data-test-script-state"],wo=3e3,So=1e4,Eo=/^Connection error$/,Ie=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#i.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[$e,Pn]})}comeBack;#e=p("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#i=new MutationObserver(
e=>{for(let{type:t,addedNodes:r}of e)if(t==="attributes")this.#s();else for(let o of r)o instanceof HTMLElement&&To(o)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#i.disconnect(),this.#e.remove()}#s(){let e=document.querySelector(`[${$e}]`);if(e?.getAttribute($e)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},wo);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,So),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(Pn)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${$e}]`);e&&(e.inert=!1)}};function To(n){let e=n.querySelector("[role=dialog] h2");!e||!Eo.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var Po=["lesson","loss","data","view","stop"],Fe=class{#e="";show(e){let t=Po.map(s=>e.link?.[s]).join(),r=document.querySelector(".st-key-figure"),o=e.chart?r?.
querySelector(`.st-key-panel_${e.chart}`):r?.firstElementChild;if(t===this.#e||!r||!o)return;this.#e=t;let i=o.getBoundingClientRect().left-r.getBoundingClientRect().
left;r.scrollTo({left:e.chart?r.scrollLeft+i:0})}};var At=34,kn=16,ko=.4,Be=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#i=[];show(e,t,r,o){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#s(e,t),this.#n?.setAttribute("aria-label",o);let i=S(t.weights,r),s=t.marks?.[r]??[],[a,l]=[t.values,t.slopes].map(c=>c?S(c,r):[]);this.#o.forEach(({shape:c,
value:h,slope:f},m)=>{let y=i[m]??0,g=.6+5*Math.abs(y)/t.finest,b=s.length>0&&!s.includes(m);c.style.strokeWidth=String(t.chosen.includes(m)?g+2:g),c.toggleAttribute(
"data-negative",y<0),c.toggleAttribute("data-marked",s.includes(m));for(let R of[c,h,f])R.toggleAttribute("data-quiet",b);h.textContent=a?.[m]??"",f.textContent=
l?.[m]??""}),this.#n?.setAttribute("data-way",t.ways?.[r]??"");let d=t.labels?S(t.labels,r):[];this.#r.forEach((c,h)=>c.textContent=d[h]??"");let u=t.maps?S(t.maps,
r):"";for(let c of this.#i)c.setAttribute("href",u)}#s(e,t){let{sizes:r,names:o,chosen:i}=t,[s=0,a=0]=t.size,l=z("svg",{viewBox:`0 0 ${s} ${a}`,role:"img"});zo(
l);let d=z("g",{},l),u=No(t),c=(s-2*At)/(r.length-1),h=Math.min(28,a/Math.max(...r)/2-1,c/4),f=u.map(y=>y.map(g=>Ao(g,h,!!t.maps,l)));this.#i=t.maps?Mo(u.flat(),
h,l):[],this.#r=u.flat().map(({x:y,y:g})=>{let b=Q(y,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,h)}px`,b}),Ro(t,u,h,a,l);let m=z("g",{class:"g\
dviz-numbers"},l);this.#o=f.slice(1).flatMap((y,g)=>[...Lo(u[g]??[],u[g+1]??[],h,d,m),...y.map((b,R)=>{let{x:w,y:B}=u[g+1]?.[R]??{x:0,y:0},H=B+h+kn-2,[W,Me]=[Q(
w,H,"gdviz-value",m),Q(w,H+15,"gdviz-edge-slope",m)];return{shape:b,target:b,value:W,slope:Me}})]),this.#o.forEach(({shape:y,target:g},b)=>{z("title",{},g).textContent=
o[b]??"",g.onclick=()=>{this.choose(b)},y.toggleAttribute("data-chosen",i.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function Ao({x:n,
y:e},t,r,o){let i=r?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return z(r?"rect":"circle",{...i,class:"gdviz-neuron"},o)}function Mo(n,e,t){return n.
map(({x:r,y:o},i)=>{let a={...{width:2*e,height:2*e},x:r-e,y:o-e,viewBox:`${i} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return z("image",l,z("svg",a,t))})}function Ro(n,e,t,r,o){let i=0;for(let s of e){let a=r/s.length-2*t>2*kn;for(let{x:l,y:d}of s){let u=n.neurons[i++]??"";a?Q(l,
d-t-6,"gdviz-name",o).textContent=u:!n.maps&&!n.labels&&t>15&&(Q(l,d+5,"gdviz-name",o).textContent=u)}}}function Q(n,e,t,r){return z("text",{x:n,y:e,"text-ancho\
r":"middle",class:t},r)}function zo(n){let e=z("defs",{},n);for(let[t,r]of[["forward","auto"],["backward","auto-start-reverse"]]){let o={viewBox:"0 0 10 10",refX:9,
refY:5,markerWidth:14,markerHeight:14},i=z("marker",{id:`gdviz-${t}`,...o,markerUnits:"userSpaceOnUse",orient:r},e);z("path",{d:"M0 0L10 5L0 10z",class:`gdviz-${t}`},
i)}}function z(n,e,t){let r=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[o,i]of Object.entries(e))r.setAttribute(o,String(i));return t?.append(
r),r}function No({sizes:n,size:[e=0,t=0]}){return n.map((r,o)=>Array.from({length:r},(i,s)=>({x:At+o/(n.length-1)*(e-2*At),y:t/r*(s+.5)})))}function Lo(n,e,t,r,o){
return n.flatMap(i=>e.map(s=>{let a=Oo(i,s,t),l=z("line",{...a,class:"gdviz-weight"},r),d=z("line",{...a,class:"gdviz-target"},r),u=e.length>1?ko:.5,[c,h]=[i.x+
u*(s.x-i.x),i.y+u*(s.y-i.y)];return{shape:l,target:d,...Co(c,h,Math.sign(Math.round(s.y-i.y)),o)}}))}function Co(n,e,t,r){let o=Q(n+7*t,e-5,"gdviz-value",r),i=Q(
n-7*t,e+16,"gdviz-edge-slope",r),s=["end","middle","start"];return o.setAttribute("text-anchor",s[1+t]??"middle"),i.setAttribute("text-anchor",s[1-t]??"middle"),
{value:o,slope:i}}function Oo(n,e,t){let r=t/Math.hypot(e.x-n.x,e.y-n.y),[o,i]=[r*(e.x-n.x),r*(e.y-n.y)];return{x1:n.x+o,y1:n.y+i,x2:e.x-o,y2:e.y-i}}var An={"+":(n,e)=>n+e,"-":(n,e)=>n-e,"*":(n,e)=>n*e,"/":(n,e)=>n/e,"^":Ho,sqrt:Math.sqrt,exp:Math.exp,log:Math.log,sin:Math.sin,cos:Math.cos,tan:Math.tan,tanh:Math.
tanh,abs:Math.abs,sign:Math.sign,sigmoid:n=>1/(1+Math.exp(-n)),step:n=>n>0?1:0,max:(n,e)=>Math.max(n,e),min:(n,e)=>Math.min(n,e)};function Ho(n,e){let t=Math.abs(
e);if(!Number.isInteger(e)||t>16)return n**e;let[r,o]=[1,0];for(let i=0;i<t;i+=1){let s=r*n;o=o*n+Do(r,n,s),r=s+o,o-=r-s}return Number.isFinite(r+o)?e<0?1/r:r:e<
0?1/n**t:n**t}function Do(n,e,t){let[[r,o],[i,s]]=[Mn(n),Mn(e)];return o*s-(t-r*i-o*i-r*s)}function Mn(n){let e=134217729*n,t=e-(e-n);return[t,n-t]}var $o=new Set(
["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function ee(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;let[r,o,i]=n,s=Object.
hasOwn(An,r)?An[r]:void 0;if(!s)return NaN;let a=ee(o,e,t),l=i===void 0,d=r==="-"&&l?-a:s(a,l?NaN:ee(i,e,t));return t&&$o.has(r)&&!Io(d)?d*(1+t):d}var Io=n=>Math.fround(n)===n;var zn=({letters:n},e)=>Object.fromEntries(n.map((t,r)=>[t,e[r]??NaN])),Nn=(n,e)=>ee(n.value,zn(n,e));function Rn(n,e,t=0){let r=zn(n,e);return{weights:e,loss:ee(
n.value,r,t),slopes:n.slopes.map(o=>ee(o,r,t))}}var xe=class{constructor(e,t,r){this.rule=e;this.rate=t;this.memories=Array.from({length:r},()=>({}))}rule;rate;memories;#e=0;update(e){
return this.#e+=1,this.memories=this.memories.map((t,r)=>Fo(this.rule,this.rate,this.#e,e[r]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function Mt(n,e,t,r,o){
let i=new xe(e,r,t.length);return Rt(n,t,o,({weights:s,slopes:a})=>{let l=i.update(a);return s.map((d,u)=>d-(l[u]??NaN))})}function Rt(n,e,t,r){let o=[Rn(n,e)];
for(;o.length<=t;){let i=o.at(-1),s=i&&Rn(n,r(i));if(!s||![...s.weights,s.loss].every(Number.isFinite))break;o.push(s)}return o}function Fo({lines:n,constants:e},t,r,o,i){
let s={...e,η:t,g:o,t:r};for(let[a,l]of n)l&&(s[a]=i[a]??0);for(let[a,,l]of n)s[a]=ee(l,s);return s}var Cn="http://www.w3.org/2000/svg";var ce=class{#e=document.createElementNS(Cn,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[r,o],[i,s]]=e.ranges(),[[a,l],[d,u]]=[e.pixelsOf(r,s),e.pixelsOf(o,i)];this.#e.setAttribute("viewBox",[a,l,d-a,u-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${d-a}px`,height:`${u-l}px`})}clear(){this.#e.remove()}};function te(n,{weights:e,loss:t}){
let[r=NaN,o=NaN]=e.length===1?[...e,t]:e,[i,s]=n.pixelsOf(r,o);return[Ln(i),Ln(s)]}var Ln=n=>Math.max(-1e5,Math.min(n,1e5));function Ve(n,e,t=""){let r=e.map(s=>te(
n,s)),o=t?{stroke:t,fill:t}:{},i=r.map(([s,a])=>J("circle","gdviz-ghost-dot",{cx:s,cy:a,r:4,...o}));return[J("polyline","gdviz-ghost",{points:r.map(s=>s.join(",")).
join(" "),...o}),...i]}function J(n,e,t){let r=document.createElementNS(Cn,n);r.setAttribute("class",e);for(let[o,i]of Object.entries(t))r.setAttribute(o,String(
i));return r}var we=(n,e=[],t=[])=>J("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var Bo=60,On=3,Vo=.05,qo=600,Se=(n,e,t=1)=>n.map((r,o)=>r-t*(e[o]??NaN));function jo(n,e,{rate:t,weights:r},o){let i=r[o]??[],s=e.map((l,d)=>l!==i[d]);return{"f\
orgot-rate":(l,d)=>Se(l,d),"forgot-minus":(l,d,u)=>Se(l,u,-1),"forgot-both":(l,d)=>Se(l,d,-1),"forgot-memory":(l,d)=>Se(l,d,t),"slope-only":(l,d)=>[...d],"chang\
e-only":(l,d,u)=>[...u],"one-only":(l,d,u)=>Se(l,u.map((c,h)=>s[h]?c:0))}[n]??null}function Hn(n,e,t,r){let{hand:o,weights:i,slopes:s}=t,a=jo(n,e,t,r),l=o?.rules[0];
if(!o||!a||!l)return[];let d=new xe(l,t.rate,o.letters.length);for(let c of s.slice(0,r))d.update(c);let u=n==="one-only"?1:Math.min(o.steps-r,Bo);return Rt(o,i[r]??
[],u,c=>a(c.weights,c.slopes,d.update(c.slopes)))}function Dn(n,{weights:e,spans:t},r){return n.slice(1,On+1).some(({weights:i},s)=>{let a=e[r+s+1];return a&&i.
some((l,d)=>!(Math.abs(l-(a[d]??NaN))<=Vo*(t[d]??NaN)))})}var $n=n=>n.slice(0,On+1).map(({weights:e})=>I(e)).join(" → ");function In(n){let{run:e,outcome:t,known:r}=n;
if(!e.predict||!t?.guess||!t.kind)return[];let o=Hn(t.kind,t.guess,e.predict,r-1);return Dn(o,e.predict,r-1)?o:[]}var qe=class{#e=new ce;#t;play(e,t,r){this.clear();
let o=r?t.length:2,i=()=>{let s=t.slice(0,o),[a,l]=te(e,s.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Ve(e,s),J("circle","gdviz-mistake",{cx:a,cy:l,
r:9})]),o>=t.length&&clearInterval(this.#t),o+=1};i(),r||(this.#t=setInterval(i,qo))}clear(){clearInterval(this.#t),this.#e.clear()}};var Ge=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:r,outcome:o,asked:i,tally:s,seen:a}=e,l=F(e),d=document.
documentElement;d.toggleAttribute("data-gdviz-seen",a),d.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||!l,d.toggleAttribute("data-gd\
viz-predicts",!!t.predict);let u=t.predict?.texts.name??"",c=[t.run,u,r,l,i,s.count,o?.kind].join(" ");this.#e!==c&&(this.#e=c,this.box.setAttribute("aria-label",
u),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(ue(e)??[])}submit(){this.box.querySelector("form")?.requestSubmit()}#o(e){
let t=this.#n??e;this.#n=e,this.#t.forEach((r,o)=>{let i=e[o]??NaN;i!==t[o]&&ge(r.value)!==i&&(r.value=T(i))})}#r(e,t,r){if(r==="outcome")return[...Go(e,t),...this.#i(
e,t)];if(r==="step")return[this.#s(e,t)];let{texts:o,skip:i,rule:s,regime:a}=t,l=a?.zones.map(([u,c])=>je(c,()=>{this.answers.sayRegime(u)})),d=je(o.skip,()=>{this.
answers.sayRegime(null)},"gdviz-quiet");return[de(ne(o,"regime",{rule:s})),p("div",{},...l??[],...i?[d]:[])]}#i(e,{texts:t}){let r=In(e);if(!r.length)return[];let o=p(
"p",{role:"status"});return[je(t.mistake,()=>{o.textContent=ne(t,"mistaken",{way:$n(r)}),this.answers.playMistake(r)}),o]}#s(e,t){let{texts:r,letters:o,skip:i,rule:s}=t,
a=ue(e)??[];this.#n=a,this.#t=o.map((f,m)=>p("input",{type:"text",autocomplete:"off",ariaLabel:f,value:T(a[m]??NaN)}));let l=()=>this.#t.map(f=>ge(f.value));for(let[
f,m]of this.#t.entries())m.oninput=()=>{let y=ge(m.value);Number.isFinite(y)&&this.answers.moveRing((this.#n??[]).map((g,b)=>b===f?y:g))};let d=ne(r,o.length===
1?"ask":"ask_many",{rule:s,letter:o[0]??""}),u=p("p",{className:"gdviz-bad",role:"alert"}),c=je(r.skip,()=>{this.answers.sayStep(null)},"gdviz-quiet"),h=p("form",
{noValidate:!0},...d?[de(d)]:[],...o.map((f,m)=>p("label",{},`${f} = `,this.#t[m]??"")),p("button",{type:"submit",textContent:r.guess??""}),...i?[c]:[],u);return h.
onsubmit=f=>{f.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):u.textContent=r["not-a-number"]??""},h}};function Go(n,{texts:e,regime:t}){
let{outcome:r,tally:o,frame:i}=n;if(!r)return[];let{kind:s,guess:a,numbers:l}=r,{count:d,right:u,distance:c}=o,h=100*c/Math.max(d,1),f={count:String(d),right:String(
u),distance:h<1e3?`${ae(h)} %`:`${ae(h/100)} ×`},m=Le(s)?"gdviz-good":"gdviz-bad";return[...a?[de(ne(e,s==="exact"?"hit":"result",l),m)]:[],...s?[de(ne(e,s,{told:t?.
told??"",...l}),m)]:[],...d?[de(ne(e,"tally",f),"gdviz-quiet")]:[],...i<x(n)?[de(ne(e,"next"),"gdviz-quiet")]:[]]}var ne=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,
(r,o)=>t[o]??r),de=(n,e="")=>p("p",{textContent:n,className:e}),je=(n,e,t="")=>p("button",{type:"button",textContent:n??"",onclick:e,className:t});var Fn=240;function Ue(n){let e=10**Math.floor(Math.log10(n/Fn));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/Fn)??10*e}var Bn=(n,e)=>n.slice(0,e.length).map((t,r)=>{
let o=Ue(e[r]??1);return Number((Math.round(t/o)*o).toPrecision(12))}),zt=(n,[e,t])=>Math.max(e,Math.min(n,t)),Wo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},We=class{constructor(e){this.move=e}move;#e=p("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:r}=e.run,o=ue(e);if(this.#t!==t&&this.#r(t),!r||!t||!o?.length){this.#e.remove();return}let[i,s]=t.ranges(),a=zt(o[0]??NaN,i),l=zt(o[1]??t.
heightAt(a),s),[d,u]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${d}px`,top:`${u}px`}),this.#e.toggleAttribute("data-still",F(e)!=="step"),this.#e.setAttribute(
"aria-label",`${r.texts.name??""}: ${I(o)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let r=Wo[e],o=this.#o,i=o&&F(o)==="step"?ue(o):null;if(!o?.run.predict||!r||!i||r[1]&&i.length<2)return!1;let{spans:s}=o.run.predict,a=t?10:1,l=i.map(
(d,u)=>d+a*(r[u]??0)*Ue(s[u]??1));return this.move(Bn(l,s)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:r}=e??{},o=null,i=({clientX:a,clientY:l,pointerId:d})=>{let u=this.#o?.run.predict?.spans;if(!e||!u||d!==o)return;let c=e.
ranges(),h=e.placeAt(a,l).map((f,m)=>zt(f,c[m===0?0:1]));this.move(Bn(h,u))},s=()=>{o=null};r?.addEventListener("pointerdown",a=>{!this.#o||F(this.#o)!=="step"||
!a.isPrimary||(r.setPointerCapture(a.pointerId),o=a.pointerId,i(a))},t),r?.addEventListener("pointermove",i,t),r?.addEventListener("pointerup",s,t),r?.addEventListener(
"pointercancel",s,t)}};var Uo=300,Ko=400,Vn=4,_o={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},_e=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
r=this.#e;r.addEventListener("pointerdown",this.#m,t),r.addEventListener("pointermove",this.#l,t),r.addEventListener("pointerup",this.#d,t),r.addEventListener("\
pointercancel",this.#h,t),r.addEventListener("keydown",this.#g,t)}choose;#e=p("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=p("div",{className:"\
gdviz-told"});#n=new ce;#o=new AbortController;#r=null;#i=null;#s=null;#a="";#c;show(e,t){this.#i=e,this.#r=t;let{hand:r,run:o,locked:i}=e.run;this.#a&&this.#a!==
o&&this.clear();let s=r&&!i&&!e.playing&&t?Zo(e,t):null;if(!r||!t||!s){this.#e.remove();return}this.#s||(this.#e.ariaLabel=r.texts.name??"",this.#y(t,s))}tryRate(e){
let t=this.#i?.run.hand;!t||t.rules.length>1||e!==null&&this.#p(t,t.start,e)}nudge(e){let t=this.#i?.run.hand;return!t||!this.#r||this.#i?.playing||this.#i?.run.
locked?null:(this.#f((this.#s??t.start).map((r,o)=>r+e*Ke(t,o))),this.#s&&T(this.#s[0]??NaN))}release(){this.#d()}clear(){this.#a="",this.#s=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#c),this.#o.abort(),this.clear(),this.#e.remove()}#m=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#s=this.#i?.run.hand?.start??null,this.#l(e))};#l=({clientX:e,clientY:t})=>{this.#s&&this.#r&&this.#f(this.#r.placeAt(e,t))};#d=()=>{this.#s&&
this.#u(this.#s)};#h=()=>{this.clear(),this.#i&&this.show(this.#i,this.#r)};#g=e=>{let t=_o[e.key],r=this.#i?.run.hand;if(!t||!r||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&r.domain.length<2)return;e.preventDefault();let o=e.shiftKey?10:1;this.#f((this.#s??r.start).map((i,s)=>i+o*(t[s]??0)*Ke(r,s))),clearTimeout(this.#c),this.#c=
setTimeout(this.#d,Ko)};#f(e){let t=this.#i?.run.hand;if(!t||!this.#r)return;let r=t.domain.map(([i=0,s=0],a)=>{let l=Math.round((e[a]??0)/Ke(t,a))*Ke(t,a);return Number(
Math.max(i,Math.min(l,s)).toPrecision(12))});this.#s=r,this.#p(t,r,null);let o=Nn(t,r);this.#y(this.#r,r.length===1?[...r,o]:r)}#u(e){this.#s=null;let t=this.#i?.
run.hand?.start??[];e.every((r,o)=>r===t[o])?this.#h():this.choose(e)}#y(e,[t=NaN,r=NaN]){let[o,i]=e.pixelsOf(t,r);Object.assign(this.#e.style,{left:`${o}px`,top:`${i}\
px`}),this.#e.ariaValueText=T(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#p(e,t,r){let o=this.#r;if(!o||!this.#i)
return;this.#a=this.#i.run.run,o.fade(!0);let i=Math.min(e.steps,Uo),s=e.rules.map(u=>Mt(e,u,t,r??u.constants.η??NaN,i)),a=s.flatMap((u,c)=>Ve(o,u,e.rules[c]?.
color)),[l,d]=s[0]??[];l&&a.push(...this.#v(o,e,l,e.rules.length===1?d:void 0)),this.#t.textContent=l?Yo(e,l,e.rules.length===1?d:void 0):"",this.#n.draw(o,a),this.#t.
parentElement!==o.overlay&&o.overlay.append(this.#t)}#v(e,t,r,o){let i=te(e,r),s=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),d=r.slopes[0]??NaN,[u=NaN]=r.weights,
c=[a,l].map(h=>e.pixelsOf(h,r.loss+d*(h-u)));s.push(we("gdviz-tangent-line",c[0],c[1]))}else{let[a,l]=r.slopes.map(f=>-f),d=te(e,{...r,weights:r.weights.map((f,m)=>f+
([a,l][m]??0))}),[u,c]=[d[0]-i[0],d[1]-i[1]],h=Math.hypot(u,c)||1;s.push(we("gdviz-tangent-line",i,[i[0]+60*u/h,i[1]+60*c/h]))}if(o){let a=te(e,o);s.push(we("gd\
viz-step-line",i,[a[0],i[1]]),we("gdviz-step-line",[a[0],i[1]],a)),s.push(J("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return s.push(J("circle","gdviz-held",
{cx:i[0],cy:i[1],r:9})),s}},Ke=({domain:n},e)=>Ue((n[e]?.[1]??1)-(n[e]?.[0]??0));function Zo(n,e){let t=V(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let r=K(t).indexOf(t.movers[0]??-1),{x:o,y:i}=le(Y(n,t))[r]??{},s=[o?.[0]??NaN,i?.[0]??NaN];return s.every(Number.isFinite)?s:null}function Yo({
names:n,texts:e},t,r){let o=i=>{let s=T(i,Vn);return`${Math.abs(Number(i.toPrecision(Vn))-i)<=1e-12*Math.abs(i)?"=":"≈"} ${s}`};return n.map((i,s)=>{let a=t.weights[s]??
NaN,l=r?` · Δ${i} ${o(a-(r.weights[s]??NaN))}`:"";return`${i} ${o(a)} · ${e.slope??""} ${o(t.slopes[s]??NaN)}${l}`}).join(`
`)}var Jo=".gdviz-track input, .st-key-eta input",Xo=".gdviz-player:not([hidden]) .gdviz-play",Qo="[data-testid=stPopoverBody]",Ze=class{#e=p("nav",{className:"gdv\
iz-skip"});constructor(){document.body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(qn("rate",
e.to_rate,Jo),qn("player",e.to_player,Xo)))}look(){requestAnimationFrame(()=>{for(let e of this.#e.querySelectorAll("a"))e.hidden=!document.querySelector(e.dataset.
to??"");ei()})}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let r=document.activeElement?.matches("[data-testid=stPopoverButton]\
[aria-expanded=true]")&&document.querySelector(`${Qo} :is(button, input, [tabindex="0"])`);return r?(r.focus(),e.preventDefault(),!0):!1}};function qn(n,e,t){let r=p(
"a",{href:"#",textContent:e,className:`gdviz-to-${n}`});return r.dataset.to=t,r.onclick=o=>{o.preventDefault(),document.querySelector(t)?.focus()},r}function ei(){
for(let n of document.querySelectorAll(".st-key-figure, .katex-display")){let e=n.scrollWidth>n.clientWidth;e!==n.hasAttribute("tabindex")&&(e?n.tabIndex=0:n.removeAttribute(
"tabindex"))}}var jn={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},ti="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",ni="[role=combobox][aria-expanded=false]",ri=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function Gn(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],r=s=>t instanceof Element&&t.closest(s)!==null;if(r(ti)&&!(r(ni)&&ri.test(n.key))&&!r(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&oi(t))return;if(!r("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let i=jn[n.key]??jn[n.key.toLowerCase()];!i||n.shiftKey||n.key===" "&&r("button, a, summary, select")||(n.preventDefault(),e.act(i))}function oi(n){let e=n.
closest(".gdviz-table")??n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function Wn(n,{name:e,task:t,state:r,solved:o}){n.toggleAttribute("data-solved",o),n.replaceChildren(p("strong",{textContent:e}),p("p",{textContent:t}),p("p",{textContent:r,
role:"status"}))}var Nt=["aria-label","placeholder"],ii=Nt.map(n=>`[${n}]`).join(),Un="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",si=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function Kn(n,e){for(let[t,r]of si){let o=r.exec(n);if(o)return(e[t]??n).replace("{what}",()=>o[1]??"")}return n}var _n=new WeakMap,
Ye=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:r,type:o}of e)if(t instanceof Text)this.#o(t);else if(o==="attributes")this.#r(t);else for(let i of r)
i instanceof HTMLElement&&this.#n(i)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...Nt]};this.#t.observe(document.body,t)}show({
link:e,player:{names:t}}){let r=document.documentElement;e?.lang&&r.lang!==e.lang&&(r.lang=e.lang);let o=Object.entries(t).every(([i,s])=>this.#e[i]===s);this.#e=
t,o||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[e,...e.querySelectorAll(ii)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(
Un)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(Un)&&Zn(e.data,Kn(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of Nt){let r=e.getAttribute(t);
if(r===null)continue;let[o,i]=_n.get(e)??[],s=o!==void 0&&r===i?o:r,a=Kn(s,this.#e);a===s&&r===s||(_n.set(e,[s,a]),Zn(r,a,l=>{e.setAttribute(t,l)}))}}};function Zn(n,e,t){
n!==e&&t(e)}function Jn({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function Xn(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function Je(n,e,t,r=!1){return n.addEventListener(
e,t,r),()=>{n.removeEventListener(e,t,r)}}function Qn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var Yn=".js-plotly-plot, [data-gdviz]";function er(n){let e=r=>r instanceof HTMLElement&&
(r.matches(Yn)||r.querySelector(Yn)!==null),t=new MutationObserver(r=>{r.some(({target:i,addedNodes:s,removedNodes:a})=>i instanceof HTMLElement&&(s.length>0&&i.
matches(".js-plotly-plot")||[...s,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var ai=150;function tr(n,{
width:e,height:t}){let{clientWidth:r=0,clientHeight:o=0}=n.closest(".stPlotlyChart")??{},i=Math.abs(Math.max(r,ai)-e)>1||Math.abs(o-t)>1;return o>0&&i}var li=["first","back","next","last","sound"],Xe=n=>A(n.run,n.run.player.position,E(n)),Qe=class{constructor(e,t){this.root=e;this.controls=t;this.#e=k(e,".gdvi\
z-scrub"),this.#t=k(e,".gdviz-speed"),e.onclick=({target:r})=>{let o=r.closest("[data-do]");o&&t.act(o.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
ze(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:r,playing:o}=e;this.#n!==t&&
this.#c(t),this.#e.max=String(x(e)),this.#e.value=String(r),this.#e.setAttribute("aria-valuetext",Xe(e)),this.#t.value=String(e.speed),k(this.root,".gdviz-statu\
s").textContent=A(t,t.player.status,E(e)),o||(k(this.root,".gdviz-said").textContent=this.#i(e)),this.#s(e),this.root.toggleAttribute("data-playing",o!==null),this.
root.hidden=x(e)===0,ye(this.#a("play"),o?t.player.pause:t.player.play);for(let s of["first","back"])this.#a(s).disabled=r===0;this.#a("next").disabled=r===x(e),
this.#a("last").disabled=r===_(e);let i=this.#a("sound");i.ariaPressed=String(e.sound),i.hidden=!t.sound;for(let s of se(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=s.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<x(e);s.hidden=!!l||!t.tools.includes(a)}}#i(e){let{run:t,frame:r,seen:o}=e,
i=t.link?.stop??"";i!==this.#o&&([this.#o,this.#r]=[i,t.run]);let a=this.#r===t.run&&r===t.start?(t.story??[]).map(([d])=>d).join(""):"",l=o&&r===x(e)?t.player.
verdict:"";return[a,Xe(e),l].filter(Boolean).join(" ")}#s(e){let{run:t,frame:r,seen:o}=e,i=o&&r===x(e)&&!pe("worked")?t.player.verdict:"",s=k(this.root,".gdviz-\
keys");s.classList.toggle("gdviz-ended",!!i),s.textContent=i||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return k(this.root,`[data-do="${e}"]`)}#c(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let o of li)ye(this.#a(o),t[o]);ye(this.#e,t.scrub),ye(this.#t,t.speed);let r=k(this.root,".gdviz-status");r.style.minWidth=
"",r.textContent=A(e,t.status,S(e.steps,e.steps.length-1)),r.style.minWidth=`${r.getBoundingClientRect().width}px`;for(let o of["picture","home","share"])this.#a(
o).textContent=t[o]}};var ui=.13,ci=150,et=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:r}=t.run,o=r&&be(t)?{...r,zones:[],ticks:[]}:
r,i=JSON.stringify(o);if(!o||this.#n||this.#o||this.#e===i&&this.#t===e&&e.firstChild)return;let s=e.contains(document.activeElement);[this.#e,this.#t]=[i,e];let a=this.#r(
o);e.replaceChildren(...a),s&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:r,zones:o,ticks:i,earlier:s,restart:a,locked:l}){let d=p("output",{textContent:`\
η = ${T(t)}`}),u=p("input",{type:"range",min:"0",max:String(r.length-1),step:"1",ariaLabel:e,ariaValueText:T(t),disabled:l});u.value=String(r.indexOf(t));let c=()=>r[Number(
u.value)]??t;u.oninput=()=>{this.#n=!0,d.textContent=`η = ${T(c())}`,u.ariaValueText=T(c()),this.move(c())},u.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.#o=void 0,this.choose(c())},ci)},ze(u);let h=p("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[R,w,B]of o){let H=p(
"span",{className:`gdviz-${R}`});Object.assign(H.style,{left:Lt(w),width:Lt(B-w)}),h.append(H)}let f=p("div",{className:"gdviz-ticks",ariaHidden:"true"}),[m=0,y=1]=i.
map(([,R])=>R);for(let[R,[w,B]]of i.entries()){let H=i.length<2||y-m>ui?"":R?"gdviz-after":"gdviz-before",W=p("small",{textContent:w,className:H});W.style.left=
Lt(B),f.append(W)}let g=()=>{this.choose(t)},b=p("button",{type:"button",className:"gdviz-earlier",textContent:`${s} ✕`,title:a,ariaLabel:`${s}. ${a}`,onclick:g});
return[p("div",{className:"gdviz-rate-name"},p("span",{textContent:e}),...s?[b]:[],d),p("div",{className:"gdviz-track"},h,u),f]}},Lt=n=>`${(100*n).toFixed(2)}%`;var di=7;function nr(n,e){if(!n?.playing||!e.resumes)return null;let[t,r]=[n.run.link,e.link],o=r?.eta,i=E(n);if(!t?.eta||!o||o===t.eta||i===0||!mi(t,r))return null;
let s=[...t.schedule?.split(",")??[],`${t.eta}@${i}`];return s.length>di?null:{schedule:s.join(","),eta:o}}var rr=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,hi=new Set(["eta","schedule","step"]);function mi(n,e){let t=r=>JSON.stringify(Object.entries(r).filter(([o])=>!hi.has(o)));return t(n)===t(e)}var fi=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function or(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await pi(n)}).click()}async function pi(n){let e=n.cloneNode(!0),{width:t,height:r}=n.viewBox.baseVal,o=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,d)=>{let u=getComputedStyle(l),c=o[d]?.style;if(c)for(let h of fi)c[h]=u[h]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*r));
let i=new Image;i.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await i.decode();let s=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*r}),a=s.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,s.width,s.height),a.drawImage(i,0,0),s.toDataURL("image/png")}var yi=["linear","log"],tt=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:r}){if(this.#e===t&&this.#t===r&&e.firstChild)return;
[this.#e,this.#t]=[t,r];let o=yi.map(i=>p("button",{type:"button",textContent:t.player[i],ariaPressed:String(r===i),onclick:()=>{this.choose(i),k(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(p("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...o))}};var gi=6,vi=400,bi={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},xi={eta:"η",w:"W"},nt=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let r=JSON.stringify(t);if(e.dataset.shown===r&&this.#e===r||this.#t)return;this.#e=e.dataset.shown=r;let{activeElement:i}=document,s=e.contains(i)||this.#n&&i===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),s&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let r=this.controls[t];return r?this.#i(e,t,r):t?p("strong",{textContent:e}):e}#i(e,t,r){let o=p("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:xi[t]??t}),i=a=>{o.textContent=o.ariaValueText=a,o.ariaValueNow=a.replace("−","-")};i(e);let s=a=>{let l=r.nudge(a);l!==null&&
i(l)};return o.onpointerdown=a=>{!a.isPrimary||a.button!==0||(o.setPointerCapture(a.pointerId),this.#t={control:r,x:a.clientX,steps:0})},o.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/gi);l!==this.#t.steps&&s(l-this.#t.steps),this.#t.steps=l},o.onpointerup=o.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&r.release()},o.onkeydown=a=>{let l=bi[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,s(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{r.release()},vi))},o}};var wi=110,Si=4,Ei=.01,Ti=.16,Pi=.8;function ki(n){let e=Math.log10(Math.abs(n)/Ei);return wi*2**Math.max(0,Math.min(e,Si))}function Ai(n,e){let t=e?Math.sign(n):
0,r=t<0?"square":"triangle";return{frequency:ki(n),wave:r,side:Pi*t,after:0,seconds:Ti}}var Mi={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function Ri(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let r=n.frame===x(n)?Mi[e.end]:[];return[Ai(t,e.sided),...r??[]]}var zi=.2,Ni=.06,Li=.01,rt=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let r of Ri(e))this.#t(r)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:r,side:o,after:i,seconds:s}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,d]=[a.currentTime+i,a.currentTime+i+s],[u,c,h]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];u.type=r,u.frequency.setValueAtTime(e,l),t&&u.frequency.exponentialRampToValueAtTime(t,d),c.gain.setValueAtTime(
0,l),c.gain.linearRampToValueAtTime(r==="square"||r==="sawtooth"?Ni:zi,l+Li),c.gain.linearRampToValueAtTime(0,d),h.pan.setValueAtTime(o,l),u.connect(c).connect(
h).connect(a.destination),u.start(l),u.stop(d)}};function ir(n,e){let{run:t,seen:r}=e,o=be(e)?"":t.summary??"",i=`${r} ${o}`;if(n.dataset.shown!==i){if(n.innerHTML=o,!r)for(let s of se(n,".gdviz-end"))s.remove();
n.dataset.shown=i}}var re=28,sr=2,Ci=({run:n},e)=>n.table?.shown?S(n.steps,e):e,ot=class{#e=null;#t=null;#n=null;show(e,t){let{table:r,last:o}=t.run;if(!r)return;this.#n=t,(this.#e!==
e||this.#t!==r||!e.firstChild)&&([this.#e,this.#t]=[e,r],this.#o(e,r,r.shown?x(t)+1:o+1));let i=k(e,".gdviz-rows"),s=(r.shown?t.frame:E(t))*re;(s<i.scrollTop||s+
re>i.scrollTop+i.clientHeight)&&(i.scrollTop=s-i.clientHeight/2),ar(i,r,t)}#o(e,t,r){let o=lr(t.columns.map(([d])=>d),"columnheader");o.classList.add("gdviz-hea\
d");let i=p("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});i.onscroll=()=>{o.style.translate=`${-i.scrollLeft}px`,this.#n?.run.table&&
ar(i,this.#n.run.table,this.#n)};let s=p("div",{className:"gdviz-spacer"});s.style.height=`${r*re}px`,i.append(s);let a=p("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},o,i),l=t.columns.map(([d,u])=>Hi(this.#n?.run,d,u));a.style.setProperty("--columns",l.map(d=>`minmax(${d}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((d,u)=>d+u,0)}ch`),a.style.setProperty("--row",`${re}px`),a.setAttribute("aria-rowcount",String(r+1)),e.replaceChildren(a)}},Oi=13;function Hi(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:Oi):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((o,i)=>Math.max(o,i.
replaceAll(" × ","×").length),e.length)}function ar(n,e,t){let{run:r}=t,o=Math.max(0,Math.floor(n.scrollTop/re)-sr),i=r.predict?S(r.steps,_(t)):r.last,s=e.shown?
r.steps.length:i+1,a=Math.min(s,o+Math.ceil(n.clientHeight/re)+3*sr),l=[];for(let d=o;d<a;d++){let u=Ci(t,d),c=u===i&&Z(t),h=e.columns.map(([,m])=>m==="step"?String(
u):c&&m.startsWith("dW")?"":A(r,`{${m}}`,u).replaceAll(" × ","×")),f=lr(h,"cell");f.style.top=`${d*re}px`,f.setAttribute("aria-rowindex",String(d+2)),u===E(t)&&
f.setAttribute("aria-current","step"),l.push(f)}for(let d of se(n,".gdviz-spacer"))d.replaceChildren(...l)}function lr(n,e){return p("div",{className:"gdviz-row",
role:"row"},...n.map(t=>p("span",{role:e,textContent:t})))}var Di=[1,.95,.9,.85,.8,.75],ur=[!1,!0].flatMap(n=>Di.map(e=>({size:e,isDense:n}))),it=class{#e=null;#t="";#n=[];#o=0;#r=!1;show(e,t){let{run:r,frame:o,known:i,
outcome:s}=t;if(!r.worked)return;let{worked:a}=r,l=!!s?.guess&&o===i,d=S(r.steps,l?o-1:o),u=d>=r.last,c=Z(t)&&!l;this.#i(e,r,a);let h=u||c?a.last:a.rows,f=cr(a,
h,h.map(([y,g])=>[A(r,y,d),A(r,g,d)]));f.style.minHeight=`${this.#o}px`,f.classList.toggle("gdviz-dense",this.#r),[...f.children].forEach((y,g)=>{y.style.minHeight=
`${this.#n[g]??0}px`});let m=p("p",{className:"gdviz-end-here",textContent:r.player.verdict});u&&t.seen&&a.last.length<a.rows.length&&f.append(m),e.replaceChildren(
p("h2",{textContent:A(r,u?a.end:a.title,d)}),f)}#i(e,t,r){let o=$i(e),i=`${e.className} ${e.clientWidth} ${o?.clientHeight??0} ${Fi()}`;if(this.#e===t&&this.#t===
i)return;[this.#e,this.#t]=[t,i];let s=t.steps.filter(f=>f<t.last),a=f=>s.map(m=>A(t,f,m)).reduce((m,y)=>y.length>m.length?y:m,""),l=r.rows.map(([f,m])=>[a(f),a(
m)]),d=cr(r,r.rows,l);e.replaceChildren(p("h2",{textContent:a(r.title)}),d);let u=({size:f,isDense:m},y)=>(e.style.setProperty("--size",String(f)),d.classList.toggle(
"gdviz-dense",m),d.getBoundingClientRect().bottom<=y),c=o?o.getBoundingClientRect().top-o.scrollTop+o.clientHeight:1/0,h=o?c-Ii(e,o):1/0;ur.some(f=>u(f,h))||ur.
some(f=>u(f,c)),this.#n=[...d.children].map(f=>f.getBoundingClientRect().height),this.#o=d.getBoundingClientRect().height,this.#r=d.classList.contains("gdviz-de\
nse")}};function $i(n){let e=n.closest(".st-key-side");return e&&getComputedStyle(e).overflowY==="auto"?e:null}function Ii(n,e){let t=Array.from(e.children);return t.
slice(t.findIndex(o=>o.contains(n))+1).reduce((o,i)=>o+(parseFloat(getComputedStyle(i).minHeight)||0),0)}var Fi=()=>[...document.fonts].filter(({status:n})=>n===
"loaded").length;function cr({columns:n=1,rows:e},t,r){let o=p("dl"),i=Math.floor((t.length-(t===e?1:0))/n);return o.style.setProperty("--columns",String(n)),n>
1&&o.style.setProperty("--rows",String(i)),t.forEach(([,,s],a)=>{let[l="",d=""]=r[a]??[],u=p("div",{hidden:!l},p("dt",{textContent:l}),p("dd",{},...Bi(d)));s&&u.
style.setProperty("--mark",s),u.classList.toggle("gdviz-marked",s!==void 0),u.classList.toggle("gdviz-of-all",n>1&&a>=i*n),o.append(u)}),o}function Bi(n){return n.
split(/([WEη](?![a-z]))/).map((e,t)=>t%2?p("i",{textContent:e}):e)}var dr={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},st=class{constructor(e,t,r,o,i){this.store=
t;this.renderer=r;this.textOf=o;this.tell=i;this.#t=new De(t,this,dr),this.#n=new Qe(e,{act:this.act,seek:a=>{t.jump(a)},setSpeed:a=>{t.setSpeed(a)}}),this.#s=new tt(
a=>{t.choose(a)}),this.#c=new Be(a=>{this.tell("weight",a)}),this.#m=new et(a=>{this.#d.tryRate(a)},a=>{Tt("eta",a)}),this.#h=new We(a=>{t.moveRing(a)}),this.#d=
new _e(a=>{this.#L(a)}),this.#a=new nt({eta:this.#m,w:this.#d}),this.#l=new Ge(k(e,".gdviz-guess"),{moveRing:a=>{t.moveRing(a)},sayStep:a=>{this.#t.reveal(a)},playMistake:a=>{
let l=t.state&&this.#N(t.state);l&&this.#g.play(l,a,dr.isStill())},sayRegime:a=>{t.sayRegime(a),a===null&&this.#h.focus()}}),this.#p=new Ie(()=>window.dispatchEvent(
new PopStateEvent("popstate"))),this.#f=new Oe(t,a=>{this.tell("shown",a)}),this.#w=[t.subscribe(this.#O),xn(this.#A),wn(this.#M),Je(document,"keydown",a=>{!this.#u.
takesKey(a)&&e.isConnected&&t.state&&Gn(a,this)},!0),Je(document,"click",Jn),Je(document,"keydown",Xn,!0),Qn(this.#P),er(this.#P)];let s=t.state;this.#A(),t.state&&
t.state===s&&this.#R(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;textOf;tell;#e=new Map;#t;#n;#o=new it;#r=new ot;#i=new Fe;#s;#a;#c;#m;#l;#d;#h;#g=new qe;#f;#u=new Ze;#y=new Ye;#p;#v=new rt;#w;#b=null;#x=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#w)t();this.#g.clear();let e=[this.#n,this.#m,this.#d,this.#a,this.#h,this.#f,this.#u,this.#y,this.#p,this.#v];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():Z(t)?this.#S():this.#t.play()},next:()=>{Z(t)?this.#S():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(x(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#C(t)},home:()=>{this.tell("panel",{tool:"home",step:E(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:E(t)})},look:()=>{this.tell("panel",{tool:"look",step:E(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
F(t)==="step"?(this.#l.submit(),!0):this.#h.takesKey(e)}#S(){this.store.ask(),this.#h.focus()}async#C(e){let t=`gdviz-${E(e)}`,[r]=e.run.scenes;if(r)await this.#e.
get(r.chart)?.save(t);else{let o=pe("graph")?.querySelector("svg");o&&await or(o,t)}}#A=()=>{let e=bn(),t=e&&this.store.receive(this.textOf(e));if(!t){this.#M();
return}let r=this.#b;if(this.#b=null,r&&rr(t,r)){this.store.resume(t),this.#t.play();return}this.#b=nr(this.store.state,t),this.#b?(this.store.pause(),Tt("sched\
ule",this.#b.schedule)):this.store.load(t)};#M=()=>{this.#m.forget(),this.#P()};#O=(e,t)=>{this.#v.show(e,t),t&&Vi(e,t)?(this.#l.show(e),this.#E(e)):this.#R(e)};#R(e){
let t=V(e).map(async r=>this.#T(r.chart)?.show(Y(e,r)));this.#x=Promise.all(t),this.#x.then(this.#k),this.#z(e),this.#f.show(e)}#z(e){let{run:t,frame:r}=e;this.#n.
show(e),this.#u.show(t),this.#y.show(t),this.#p.show(t.player.away);let o=e.seen?t.player.verdict:"",i=t.player.alt.replace("{verdict}",o).replace("{position}",
Xe(e)).trim();for(let{chart:s}of V(e))this.#e.get(s)?.element.setAttribute("aria-label",i);X("worked",s=>{this.#o.show(s,e)}),X("table",s=>{this.#r.show(s,e)}),
X("scale",s=>{this.#s.show(s,e)}),X("rate",s=>{this.#m.show(s,e)}),X("graph",s=>{t.graph&&this.#c.show(s,t.graph,r,A(t,t.player.graph??"",E(e)))}),this.#i.show(
t),X("story",s=>{t.story&&this.#a.show(s,t.story)}),X("summary",s=>{ir(s,e)}),X("mission",s=>{t.mission&&Wn(s,t.mission)}),this.#l.show(e),this.#E(e)}#E(e){let t=this.#N(
e);this.#h.show(e,t),this.#d.show(e,t),F(e)!=="outcome"&&this.#g.clear()}#N(e){let t=e.run.scenes.find(o=>o.clickable??o.grid),r=t&&this.#e.get(t.chart);return r?.
isThere()?r:null}#T(e){let t=this.#e.get(e),r=this.renderer.find(e);if(t?.element===r&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!r)return null;let o=this.
renderer.mount(r,{onStart:i=>{this.#L(i)},onTap:i=>{this.tell("tap",i)},onRedraw:i=>{this.#H(e,i)}});return this.#e.set(e,o),o}#L(e){let t=this.store.state?.run;
t&&!t.locked&&!t.predict&&this.tell("start",e)}#H(e,t){let{state:r}=this.store;if(!r)return;let o=V(r).find(({chart:i})=>i===e);t&&o&&this.#T(e)?.show(Y(r,o)).then(
this.#k),this.#E(r)}#P=()=>{let{state:e}=this.store;if(!e)return;for(let[r,o]of this.#e)o.isThere()||(o.destroy(),this.#e.delete(r));let t=new Set(this.#e.values());
for(let r of V(e)){let o=this.#T(r.chart);o&&!t.has(o)&&o.show(Y(e,r)).then(this.#k)}this.#z(e),this.#u.look()};#k=()=>{let{state:e}=this.store,t=r=>!!this.#e.get(
r)?.element.dataset.step;e&&(this.#n.markDrawn(V(e).every(({chart:r})=>t(r))),e.playing||this.#u.look())};async settle(){await this.#x}async slide(e){let{state:t}=this.
store;if(!t)return;let{frame:r}=t,o=V(t).map(async i=>this.#e.get(i.chart)?.animate(Y(t,i,r),Y(t,i,r+1),e));await Promise.all(o)}},X=(n,e)=>{let t=pe(n);t&&e(t)},
Vi=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var hr="gdviz-tally";function mr(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(hr)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function fr(n){try{n.count&&sessionStorage.setItem(hr,JSON.stringify(n))}catch{}}var at=new Ce;at.tally=mr();at.subscribe(({tally:n},e)=>{e&&n!==e.tally&&fr(n)});var pr=[],Ee=null,yr=(n,e)=>({parentElement:t,setTriggerValue:r})=>vt(pr,{place:k(
t,".gdviz-player"),tell:r},()=>{qi(n,e)});function qi(n,e){let t=bt(pr);if(Ee&&Ee.panel===t){Ee.player.tell=t.tell;return}Ee?.player.destroy(),Ee=t?{panel:t,player:new st(
t.place,at,n(at),e,t.tell)}:null}var C=Uint8Array,he=Uint16Array,ji=Int32Array,gr=new C([0,0,0,0,0,0,0,0,1,1,1,1,2,2,2,2,3,3,3,3,4,4,4,4,5,5,5,5,0,0,0,0]),vr=new C([0,0,0,0,1,1,2,2,3,3,4,4,5,5,
6,6,7,7,8,8,9,9,10,10,11,11,12,12,13,13,0,0]),Gi=new C([16,17,18,0,8,7,9,6,10,5,11,4,12,3,13,2,14,1,15]),br=function(n,e){for(var t=new he(31),r=0;r<31;++r)t[r]=
e+=1<<n[r-1];for(var o=new ji(t[30]),r=1;r<30;++r)for(var i=t[r];i<t[r+1];++i)o[i]=i-t[r]<<5|r;return{b:t,r:o}},xr=br(gr,2),wr=xr.b,Wi=xr.r;wr[28]=258,Wi[258]=28;
var Sr=br(vr,0),Ui=Sr.b,Ml=Sr.r,Ht=new he(32768);for(v=0;v<32768;++v)q=(v&43690)>>1|(v&21845)<<1,q=(q&52428)>>2|(q&13107)<<2,q=(q&61680)>>4|(q&3855)<<4,Ht[v]=((q&
65280)>>8|(q&255)<<8)>>1;var q,v,Te=(function(n,e,t){for(var r=n.length,o=0,i=new he(e);o<r;++o)n[o]&&++i[n[o]-1];var s=new he(e);for(o=1;o<e;++o)s[o]=s[o-1]+i[o-
1]<<1;var a;if(t){a=new he(1<<e);var l=15-e;for(o=0;o<r;++o)if(n[o])for(var d=o<<4|n[o],u=e-n[o],c=s[n[o]-1]++<<u,h=c|(1<<u)-1;c<=h;++c)a[Ht[c]>>l]=d}else for(a=
new he(r),o=0;o<r;++o)n[o]&&(a[o]=Ht[s[n[o]-1]++]>>15-n[o]);return a}),Pe=new C(288);for(v=0;v<144;++v)Pe[v]=8;var v;for(v=144;v<256;++v)Pe[v]=9;var v;for(v=256;v<
280;++v)Pe[v]=7;var v;for(v=280;v<288;++v)Pe[v]=8;var v,Er=new C(32);for(v=0;v<32;++v)Er[v]=5;var v;var Ki=Te(Pe,9,1);var _i=Te(Er,5,1),Ct=function(n){for(var e=n[0],t=1;t<n.length;++t)n[t]>e&&(e=n[t]);return e},D=function(n,e,t){var r=e/8|0;return(n[r]|n[r+1]<<8)>>(e&7)&t},Ot=function(n,e){
var t=e/8|0;return(n[t]|n[t+1]<<8|n[t+2]<<16)>>(e&7)},Zi=function(n){return(n+7)/8|0},Yi=function(n,e,t){return(e==null||e<0)&&(e=0),(t==null||t>n.length)&&(t=n.
length),new C(n.subarray(e,t))};var Ji=["unexpected EOF","invalid block type","invalid length/literal","invalid distance","stream finished","no stream handler",,"no callback","invalid UTF-8 da\
ta","extra field too long","date not in range 1980-2099","filename too long","stream finishing","invalid zip data"],$=function(n,e,t){var r=new Error(e||Ji[n]);
if(r.code=n,Error.captureStackTrace&&Error.captureStackTrace(r,$),!t)throw r;return r},Xi=function(n,e,t,r){var o=n.length,i=r?r.length:0;if(!o||e.f&&!e.l)return t||
new C(0);var s=!t,a=s||e.i!=2,l=e.i;s&&(t=new C(o*3));var d=function(an){var ln=t.length;if(an>ln){var un=new C(Math.max(ln*2,an));un.set(t),t=un}},u=e.f||0,c=e.
p||0,h=e.b||0,f=e.l,m=e.d,y=e.m,g=e.n,b=o*8;do{if(!f){u=D(n,c,1);var R=D(n,c+1,3);if(c+=3,R)if(R==1)f=Ki,m=_i,y=9,g=5;else if(R==2){var W=D(n,c,31)+257,Me=D(n,c+
10,15)+4,Qt=W+D(n,c+5,31)+1;c+=14;for(var me=new C(Qt),ft=new C(19),N=0;N<Me;++N)ft[Gi[N]]=D(n,c+N*3,7);c+=Me*3;for(var en=Ct(ft),no=(1<<en)-1,ro=Te(ft,en,1),N=0;N<
Qt;){var tn=ro[D(n,c,no)];c+=tn&15;var w=tn>>4;if(w<16)me[N++]=w;else{var oe=0,Re=0;for(w==16?(Re=3+D(n,c,3),c+=2,oe=me[N-1]):w==17?(Re=3+D(n,c,7),c+=3):w==18&&
(Re=11+D(n,c,127),c+=7);Re--;)me[N++]=oe}}var nn=me.subarray(0,W),U=me.subarray(W);y=Ct(nn),g=Ct(U),f=Te(nn,y,1),m=Te(U,g,1)}else $(1);else{var w=Zi(c)+4,B=n[w-
4]|n[w-3]<<8,H=w+B;if(H>o){l&&$(0);break}a&&d(h+B),t.set(n.subarray(w,H),h),e.b=h+=B,e.p=c=H*8,e.f=u;continue}if(c>b){l&&$(0);break}}a&&d(h+131072);for(var oo=(1<<
y)-1,io=(1<<g)-1,pt=c;;pt=c){var oe=f[Ot(n,c)&oo],ie=oe>>4;if(c+=oe&15,c>b){l&&$(0);break}if(oe||$(2),ie<256)t[h++]=ie;else if(ie==256){pt=c,f=null;break}else{var rn=ie-
254;if(ie>264){var N=ie-257,fe=gr[N];rn=D(n,c,(1<<fe)-1)+wr[N],c+=fe}var yt=m[Ot(n,c)&io],gt=yt>>4;yt||$(3),c+=yt&15;var U=Ui[gt];if(gt>3){var fe=vr[gt];U+=Ot(n,
c)&(1<<fe)-1,c+=fe}if(c>b){l&&$(0);break}a&&d(h+131072);var on=h+rn;if(h<U){var sn=i-U,so=Math.min(U,on);for(sn+h<0&&$(3);h<so;++h)t[h]=r[sn+h]}for(;h<on;++h)t[h]=
t[h-U]}}e.l=f,e.p=pt,e.b=h,e.f=u,f&&(u=1,e.m=y,e.d=m,e.n=g)}while(!u);return h!=t.length&&s?Yi(t,0,h):t.subarray(0,h)};var Qi=new C(0);var es=function(n,e){return((n[0]&15)!=8||n[0]>>4>7||(n[0]<<8|n[1])%31)&&$(6,"invalid zlib data"),(n[1]>>5&1)==+!e&&$(6,"invalid zlib data: "+(n[1]&32?"need":"u\
nexpected")+" dictionary"),(n[1]>>3&4)+2};function Tr(n,e){return Xi(n.subarray(es(n,e&&e.dictionary),-4),{i:2},e&&e.out,e&&e.dictionary)}var ts=typeof TextDecoder<"u"&&new TextDecoder,ns=0;try{ts.decode(Qi,{stream:!0}),ns=1}catch{}function Pr(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var kr=n=>new TextDecoder().decode(Tr(Pr(n)));function M(){if(!window.Plotly)throw new Error("Plotly is not loaded");return window.Plotly}var Ar=n=>n?.PlotSchema,O=n=>n;function j(n){let{_fullLayout:e}=O(n);if(!e)throw new Error("the chart is not drawn");return e}var $t=n=>n?._fullLayout?n:null,It=n=>Object.
values(O(n)._fullLayout?._plots??{}).every(({xaxislayer:e})=>!!e),Mr=n=>O(n)._fullData?.length??0;function Rr(n){let e=O(n).calcdata===void 0;return e&&(O(n).calcdata=
[]),e}var lt=n=>O(n)._transitionData??null;function zr(n){n?._animationRaf&&(cancelAnimationFrame(n._animationRaf),n._animationRaf=null)}function Nr(n){let e=Ar(
n);if(!e||e.lists)return;let t=new Map,r=e.findArrayAttributes;e.lists=t,e.findArrayAttributes=o=>{let i=`${o.type} ${Lr(o._input)}`,s=t.get(i)??r(o);return t.set(
i,s),s}}var Lr=n=>Object.entries(n).map(([e,t])=>Array.isArray(t)||ArrayBuffer.isView(t)?e:typeof t=="object"&&t!==null?`${e}(${Lr(t)})`:"").join(" ");function Ft(n){
let{xaxis:e,yaxis:t}=j(n);return[e,t].map(({_length:r,range:o})=>`${r} ${o.join(" ")}`).join()}var Bt=n=>{let{width:e,height:t}=j(n);return{width:e,height:t}};function Ae(n){
let{xaxis:e,yaxis:t}=j(n);return[e.range,t.range]}function Vt(n,e,t){let{xaxis:r,yaxis:o}=j(n);return[r._offset+r.l2p(e),o._offset+o.l2p(t)]}function Cr(n,e,t,r,o){
let i=G(n,e)?.querySelector(".points path"),[s,a]=[Dt(n,e,t),Dt(n,e,r)];return i?.setAttribute("transform",`translate(${s.map((l,d)=>l+o*((a[d]??l)-l)).join()})`),
!!i}function Dt(n,e,[t,r]){let{xaxis:o="x",yaxis:i="y"}=O(n)._fullData?.[e]??{},s=a=>j(n)[`${a.charAt(0)}axis${a.slice(1)}`];return[s(o).d2p(t),s(i).d2p(r)]}function Or(n,e,[
t,r]){let{_fullData:o,calcdata:i}=O(n);for(let a of[n.data[e],o?.[e]])a&&([a.x,a.y]=[[t],[r]]);let s=i?.[e]?.[0];s&&([s.x,s.y]=[t,r])}function Hr(n,e,t){let r=Vr(
n)?.getBoundingClientRect()??new DOMRect,[[o,i],[s,a]]=Ae(n);return[o+(e-r.left)/r.width*(i-o),s+(r.bottom-t)/r.height*(a-s)]}function Dr(n,e){let t=O(n).calcdata?.[0]??
[],r=t.findIndex(a=>a.x>=e),[o,i]=[t[Math.max(r-1,0)],t.at(r)];if(!o||!i)return NaN;let s=i.x>o.x?Math.min(Math.max((e-o.x)/(i.x-o.x),0),1):0;return o.y+s*(i.y-
o.y)}var G=(n,e)=>n.querySelector(`.scatterlayer .trace${O(n)._fullData?.[e]?.uid??""}`);function $r(n,e){let t=G(n,e);return t!==null&&t.style.display!=="none"}
function Ir(n,e,t,r){let{width:o,xaxis:i}=j(n);for(let s of G(n,e)?.children??[]){let a=o-i.l2p(t)-(s.classList.contains("points")?r:0);s.style.clipPath=`inset(\
-100% ${a}px -100% -100%) view-box`}}function Fr(n){let e=new Map((O(n)._fullData??[]).map(({uid:r},o)=>[`trace${r}`,o])),t=r=>e.get([...r.classList].find(o=>e.
has(o))??"")??-1;for(let r of n.querySelectorAll(".scatterlayer")){let o=[...r.children],i=[...o].sort((s,a)=>t(s)-t(a));i.some((s,a)=>s!==o[a])&&r.append(...i)}}
var ke=n=>({texts:Array.from(n.querySelectorAll(":is(.ytick, .y2tick) text"),({textContent:e})=>e.replaceAll("​","")),size:j(n).yaxis.tickfont.size}),Br=n=>({
edge:n,words:Array.from(n.querySelectorAll(".textpoint text")),wordsOf:e=>Array.from(G(n,e)?.querySelectorAll("text")??[]),marks:Array.from(n.querySelectorAll("\
.scatterlayer .points path")),labels:Array.from(n.querySelectorAll(":is(.xaxislayer-above, .yaxislayer-above) text"))}),Vr=n=>n.querySelector(".nsewdrag"),ut=n=>n.
querySelector(".svg-container");function qt(n){for(let e of n.querySelectorAll(".main-svg"))e.setAttribute("aria-hidden","true")}var jt=n=>n.querySelector(".ima\
gelayer image");function qr(n){let e=Gt(n);if(!e)return!1;let{xaxis:t,yaxis:r}=j(n),o=(i,s)=>Math.abs(Number(e.getAttribute(i))-s)>1;return o("width",t._length)||
o("height",r._length)}function jr(n){if(!Gt(n))return!1;let{xaxis:e,yaxis:t,_size:r}=j(n);return!!t.scaleanchor&&e._length<r.w-1&&t._length<r.h-1}var Gt=n=>n.querySelector(
'clipPath[id$="xyplot"] rect');function rs(n){let{_fullLayout:e,_fullData:t,calcdata:r}=O(n),o=[e?.xaxis,e?.yaxis],i=a=>typeof a=="number",s={"_fullLayout.width":()=>i(
e?.width)&&i(e?.height),"_plots.xaxislayer":()=>Object.keys(e?._plots??{}).length>0&&It(n),_size:()=>[e?._size.w,e?._size.h].every(i),"axis._length":()=>o.every(
a=>i(a?._length)),"axis._offset":()=>o.every(a=>i(a?._offset)),"axis.range":()=>o.every(a=>a?.range.length===2),"axis.tickfont.size":()=>i(ke(n).size),"axis.l2p":()=>Vt(
n,0,0).every(i),"axis.d2p":()=>Dt(n,0,[1,1]).every(i),"_fullData.uid":()=>(t??[]).every(({uid:a})=>!!a),calcdata:()=>[r?.[0]?.[0]?.x,r?.[0]?.[0]?.y].every(i),".\
scatterlayer .trace":()=>G(n,0)!==null,".ytick text":()=>ke(n).texts.length>0,".nsewdrag":()=>Vr(n)!==null,".svg-container":()=>ut(n)!==null,"clipPath xyplot":()=>Gt(
n)!==null,_transitionData:()=>lt(n)!==null,"PlotSchema.findArrayAttributes":()=>(Ar(window.Plotly)?.lists?.size??0)>0};return Object.keys(s).filter(a=>{try{return!s[a]?.()}catch{
return!0}})}var ss=5;async function Gr(n,e){let{scene:t,frame:r}=e;if(!t.fixed)return;let{lines:o,layout:i}=yn(e),s=t.movers.map((u,c)=>o[c]?ve(o[c],r):[]),a={x:[...o.map(({
x:u})=>u),...s.map(([u])=>[u])],y:[...o.map(({y:u})=>u),...s.map(([,u])=>[u])]},l=[...o.map(({trace:u})=>u),...t.movers];await M().update(n,o.length?a:{},i,l);let d=Wr(
n,Math.max(...ke(n).texts.map(u=>u.length),0));d!==n.layout.margin.l&&await M().relayout(n,{"margin.l":d})}var Wr=(n,e)=>ke(n).size*(2.8+.58*e);async function Ur(n,e){
if(Ut(n,e))return;let[t,r,o,i,s=0]=Et(e)??[];await M().relayout(n,{"xaxis.range":[t,r],"yaxis.range":[o,i],"margin.l":Wr(n,s)})}function Ut(n,e){let t=Et(e)?.slice(
0,4);return!t||String(Ae(n))===String(t)}function Kr(n,{scene:e,frame:t}){for(let r of e.fixed?.lines??[]){let[o]=ve(r,t);o!=null&&Ir(n,r.trace,o,ss)}}function _r(n,{
fixed:e}){let{lines:t=[],layout:r={}}=e??{},o=([i,s])=>{let a=as(n.layout,i);return!Array.isArray(s)||Array.isArray(a)&&String(a)===String(s)};return t.every(({
trace:i,x:s})=>!s.length||!!n.data[i]?.x?.length)&&Object.entries(r).every(o)}var as=(n,e)=>e.split(".").reduce((t,r)=>t?.[r],n),Zr=(n,e)=>{let t=jt(n);return!t||
t.getAttribute("href")===e};function Yr(n,e){let t=jt(n),r=n.layout.images?.[0];!t||!r||(t.setAttribute("href",e),r.source=e)}var Jr=1e3,ct=class{constructor(e,t){this.element=e;this.holds=t}element;holds;#e="";#t=!1;#n=!1;#o=null;onBegin=()=>{this.#t=Rr(this.element),this.#e=Ft(this.element)};end(){
zr(this.#o)}async slide(e,t,{data:r,traces:o},i){let{element:s}=this,a=t.map((u,c)=>({trace:u,from:Xr(s.data[u]),to:Xr(r[c])})),l=u=>a.map(({trace:c,from:h,to:f})=>h&&
f&&Cr(s,c,h,f,u)).every(Boolean);if(!l(0)){await this.move(e,r,o,i);return}this.end();let d=ls(i,u=>this.holds(e)&&l(u));if(await Promise.race([d,e.ended,dt(i+Jr)]),
!!this.holds(e))if(!l(1))await this.move(e,r,o,0);else for(let{trace:u,to:c}of a)c&&Or(s,u,c)}async move(e,t,r,o){let{element:i}=this,s=this.#n?Math.max(o,1):o;
this.#n=!0;let a={mode:"immediate",frame:{duration:s,redraw:!1},transition:{duration:s,easing:"linear"}},l=c=>r.filter((h,f)=>{let m=t[f]?.x;return m&&m.length>
0===c});this.#r(l(!1),"none"),this.#o!==lt(i)&&this.end();let d=M().animate(i,{data:t,traces:r},a).catch(()=>e.ended);this.#o=lt(i);let u=d.then(()=>this.#n=this.#t||
!this.holds(e));if(await Promise.race([u,e.ended,dt(s+Jr)]),!!this.holds(e)){if(this.#t){await this.move(e,t,r,0);return}this.#r(l(!0),""),Fr(i),this.#e!==Ft(i)&&
await M().redraw(i)}}#r(e,t){for(let r of e){let o=G(this.element,r);o&&(o.style.display=t)}}};function Xr(n){let[e,t]=[n?.x?.[0],n?.y?.[0]];return typeof e=="n\
umber"&&typeof t=="number"?[e,t]:null}var ls=(n,e)=>new Promise(t=>{let r=performance.now(),o=()=>{let i=Math.min((performance.now()-r)/n,1);e(i)&&i<1?requestAnimationFrame(
o):t()};requestAnimationFrame(o)}),dt=n=>new Promise(e=>setTimeout(e,n));var us=["x","y","z"];async function Kt(n,e,t,r,o){let i=l=>{let d=Object.fromEntries(us.map(u=>[u,l.map(c=>c[u])]));return M().restyle(n,d,t)};if(!r)return i(e);
let s=t.map(l=>n.data[l]),a=performance.now();for(let l=0;l<1;){let d=await new Promise(requestAnimationFrame);if(!o())return;l=Math.min((d-a)/r,1),i(e.map((u,c)=>cs(
s[c]??{},u,l)))}}function cs(n,e,t){let r=o=>(e[o]??[]).map((i,s)=>{let a=n[o]?.[s]??NaN;return a+t*((i??NaN)-a)});return{x:r("x"),y:r("y"),z:r("z")}}async function Qr(n,e){
e&&JSON.stringify(e)!==JSON.stringify(n.layout.scene?.camera)&&await M().relayout(n,{"scene.camera":structuredClone(e)})}var ht=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function to(n,e,t){let{words:r}=n;if(!r.length)return;let[o,i]=[e,t].map(m=>m.flatMap(n.wordsOf)),s=r.filter(m=>!o.includes(m)&&!i.includes(m));for(let m of r)m.
style.translate&&(m.style.translate=""),m.style.visibility&&(m.style.visibility="");let a=_t(n.edge),l=o.length+i.length>0,d=m=>l?m.map(_t).filter(eo):[],u=d(n.
marks),c=[...u.filter(({left:m,right:y})=>y-m>=12),...d(n.labels)],h=new Map(r.map(m=>[m,_t(m)])),f=(m,y)=>{let g=h.get(m);if(!g||!eo(g))return;let b=y(g);b?((b[0]||
b[1])&&(m.style.translate=`${b[0]}px ${b[1]}px`),c.push(Zt(g,b))):m.style.visibility="hidden"};for(let m of s)f(m,y=>Jt(y,a));for(let m of o)f(m,y=>ds(y,c,a));for(let m of i)
f(m,y=>[...c,...u].some(g=>Yt(y,g,0))?null:[0,0])}var _t=n=>n.getBoundingClientRect(),eo=({left:n,right:e})=>e>n,Zt=({left:n,right:e,top:t,bottom:r},[o,i])=>({left:n+
o,right:e+o,top:t+i,bottom:r+i}),Yt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Jt({
left:n,right:e,top:t,bottom:r},o){let i=(s,a,l,d)=>Math.max(l-s,0)||Math.min(d-a,0);return[i(n,e,o.left,o.right),i(t,r,o.top,o.bottom)]}function ds(n,e,t){let r=Jt(
n,t),o=Zt(n,r),i=e.filter(c=>Yt(o,c,1.5));if(!i.length)return r;let s=c=>i.map(h=>h[c]),a=[[0,Math.min(...s("top"))-o.bottom+1.5],[0,Math.max(...s("bottom"))-o.
top-1.5],[Math.min(...s("left"))-o.right+1.5,0],[Math.max(...s("right"))-o.left-1.5,0]],l=([c,h])=>Math.abs(c)+Math.abs(h),d=c=>{let h=Zt(o,c);return l(Jt(h,t))===
0&&!e.some(f=>Yt(h,f,1.5))},[u]=a.filter(c=>l(c)<=48&&d(c)).sort((c,h)=>l(c)-l(h));return u?[r[0]+u[0],r[1]+u[1]]:null}var hs=500,mt=class{constructor(e){this.cameras=e}cameras;find(e){return window.Plotly?$t(document.querySelector(`.st-key-${e} .js-plotly-plot`)):null}mount(e,t){
return Nr(M()),new Xt(e,t,this.cameras)}},Xt=class{constructor(e,t,r){this.element=e;this.listener=t;this.cameras=r;this.#t=ut(e),this.#n=new ct(e,o=>this.#l(o)),
e.setAttribute("role","figure"),qt(e);for(let o of["plotly_afterplot","plotly_react"])this.#c(o,this.#v);this.#c("plotly_transitioning",this.#n.onBegin),this.#c(
"plotly_animated",()=>{this.#y()&&this.#u&&this.#p(this.#u)}),this.#c("plotly_click",({points:[o]})=>{this.#r?.scene.clickable&&o?.curveNumber===0&&t.onStart([o.
x])}),this.#c("plotly_relayout",o=>{let i=o["scene.camera"],s=this.#r?.scene;i&&s?.space&&r.set(s.chart,structuredClone(i))}),e.addEventListener("click",this.#S,
{signal:this.#o.signal})}element;listener;cameras;#e=new ht;#t;#n;#o=new AbortController;#r=null;#i=!1;#s=!1;#a=!1;#c(e,t){this.element.on(e,t),this.#o.signal.addEventListener(
"abort",()=>{this.element.removeListener?.(e,t)})}isThere(){return this.#d()&&ut(this.element)===this.#t}destroy(){this.stop(),this.#n.end(),this.#o.abort()}stop(){
this.#e.end(),this.#r&&(this.#r={scene:this.#r.scene})}async show(e){let{scene:t,frame:r,known:o}=e,i=this.#e.take();if(!this.#g(t)){this.#r=null;return}if(this.#h(
e))return;let s=this.#r;if(s?.scene!==t&&tr(this.element,Bt(this.element))&&(this.#r=null,await Promise.race([i.ended,dt(hs)]),!this.#l(i))||(this.#r={scene:t},
(s?.scene!==t||s.known!==o)&&await Gr(this.element,e),this.#l(i)&&await Ur(this.element,e),t.space&&this.#l(i)&&await Qr(this.element,this.cameras.get(t.chart)),
!this.#l(i)))return;this.#r={scene:t,known:o};let a=t.pictures?.[r];a&&Yr(this.element,a),await this.#m(i,e,0),this.#l(i)&&this.#f(e)}async animate(e,t,r){if(!this.#h(
e))return;let{scene:o,frame:i,known:s}=e,a=this.#e.take();this.#r={scene:o,known:s};for(let l of fn(e)){let d=r*l.share;if(o.space?await Kt(this.element,l.data,
l.traces,d,()=>this.#l(a)):await this.#n.slide(a,o.movers,l,d),!this.#l(a))return}if(o.glides){let l=o.glides[i]??0;await this.#m(a,t,r*l)}pn(e)&&this.#l(a)&&this.#f(
t)}async#m(e,t,r){let[o,i]=[le(t),K(t.scene)];t.scene.space?await Kt(this.element,o,i,r,()=>this.#l(e)):await this.#n.move(e,o,i,r)}#l(e){return this.#e.holds(e)&&
this.#d()}#d(){return this.element.isConnected&&$t(this.element)!==null}#h({scene:e,frame:t,known:r}){return this.#r?.scene===e&&this.#r.frame===t&&this.#r.known===
r}#g(e){return It(this.element)&&Math.max(...K(e))<Mr(this.element)}#f(e){let{scene:t,frame:r,known:o,run:i}=e;this.#r={scene:t,frame:r,known:o},this.element.dataset.
step=String(i.steps[r]),this.#a=!1,this.#u=e,this.#p(e),this.#i?this.#v():this.#x()}#u=null;#y(){return this.#r===null||this.#r.frame!==void 0}#p(e){Kr(this.element,
e),this.element.style.setProperty("--gdviz-paper",this.element.layout.paper_bgcolor),to(Br(this.element),e.scene.asides??[],e.scene.yields??[])}#v=()=>{if(qt(this.
element),this.#i=!this.#y(),this.#i)return;let e=this.#w();e?this.#r=null:(this.#u&&this.#p(this.#u),this.#x()),this.listener.onRedraw(e)};#w(){let e=this.#u;if(!this.#r||
!e)return!0;let{scene:t,frame:r}=e,o=a=>!this.element.data[a??-1]?.x?.length,i=K(t),s=t.pictures?.[r];return le(e).some(({x:a},l)=>a?.length&&o(i[l]))||!_r(this.
element,t)||!Ut(this.element,e)||s!==void 0&&!Zr(this.element,s)}#b({scene:e},t){let r=i=>i?.some(s=>s!==null)??!1,o=K(e);return!e.space&&t.some(({x:i},s)=>r(i)&&
!$r(this.element,o[s]??-1))}#x(){let e=!this.#a&&this.#u&&this.#b(this.#u,le(this.#u)),t=jr(this.element);if(this.#s||!(e||t||qr(this.element)))return;this.#s=this.#a=
!0;let r={"xaxis.domain":[0,1],"yaxis.domain":[0,1]};(t?M().relayout(this.element,r):M().redraw(this.element)).finally(()=>this.#s=!1)}get overlay(){return this.#t??
this.element}ranges(){return Ae(this.element)}placeAt(e,t){return Hr(this.element,e,t)}pixelsOf(e,t){return Vt(this.element,e,t)}heightAt(e){return Dr(this.element,
e)}#S=({clientX:e,clientY:t,isTrusted:r})=>{let{grid:o,taps:i}=this.#r?.scene??{},s=o??i;if(!s||r)return;let a=this.placeAt(e,t);if(!this.ranges().every(([c,h],f)=>{
let m=a[f]??NaN;return c<=m&&m<=h}))return;let d=(c,h)=>Number((Math.round(c/h)*h).toFixed(6)),u=a.map((c,h)=>d(c,s[h]??1));o?this.listener.onStart(u):this.listener.
onTap(u)};fade(e){if(this.#r)for(let t of K(this.#r.scene)){let r=G(this.element,t);r&&(r.style.opacity=e?"0.15":"")}}async save(e){let t={format:"png",filename:e,
...Bt(this.element),scale:2};await M().downloadImage(this.element,t)}};var ou=yr(n=>new mt(n.cameras),kr);export{ae as about,ou as default,Mt as descend,wt as kindOf,rs as missingParts,Hn as mistaken,Dn as parts,ge as read,T as say};
