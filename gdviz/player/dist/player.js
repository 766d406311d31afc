var te=n=>document.querySelector(`[data-gdviz="${n}"]`),Y=(n,e)=>[...n.querySelectorAll(e)];function T(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function y(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function ne(n,e){n.setAttribute("aria-label",e),n.title=
e}function pe(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function Je(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var Xe=n=>n.filter(({place:e})=>e.isConnected).at(-1);function Pt(n,e){let[t="",o=""]=Math.abs(n).toExponential(100).split("e"),r=/^50*$/.test(t.replace(".","").slice(e)),s=t.slice(0,e>1?e+1:1),i=Number(s.at(-1))%2===
0,a=r&&i?`${s}e${o}`:Math.abs(n).toExponential(e-1);return n<0?`-${a}`:a}function S(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=Pt(n,e).split("e"),r=Number(
o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${ro(r)}`}var ro=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),J=n=>S(Number(Pt(n,2))),A=n=>{let e=n.map(t=>S(t));return e.
length===1?e.join():`(${e.join(", ")})`};function oe(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,
"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var kt=4/3,so=.95,E=n=>Math.hypot(...n),M=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),Qe=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),ye=({weights:n,update:e})=>M(n,
e,-1);function Rt(n){let e=E(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function Ze(n,e){let{weights:t,slope:o,update:r}=e,s=ye(e),i=E(M(n,s,-1)),
a=(f,g)=>E(g)>0&&E(M(n,f,-1))<=Rt(g);if(A(n)===A(s)&&i<=.005*E(r)+1e-12*(1+E(s)))return"exact";if(i<=Rt(r))return"right";if(!E(r))return"rests";if(a(t,r))return"\
stayed";let[d,...c]=io(e).filter(([,f,g])=>a(f,g));if(d&&!c.length)return d[0];let u=M(n,t,-1),h=E(u)/E(r),p=-Qe(u,r)/(E(u)*E(r)),m=h<kt&&h>1/kt;return p>so?m?"\
close":h>1?"too-long":"too-short":m?"wrong-direction":Qe(r,o)>0&&Qe(u,o)>0?"uphill":"astray"}function io(n){let{weights:e,slope:t,update:o,rate:r}=n,s=ye(n),i=t.
map(c=>r*c),l=E(M(o,i,-1))<=1e-9*E(o)?[["forgot-rate",M(e,t,-1),t],["forgot-both",M(e,t),t],["slope-only",t,t]]:[["forgot-memory",M(e,i,-1),i]],d=e.length>1?e.map(
(c,u)=>e.map((h,p)=>p===u?s[u]??NaN:h)):[];return[...l,["forgot-minus",M(e,o),o],["change-only",o,o],...d.map(c=>["one-only",c,o])]}var fe=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function P(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=ao(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function ao(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
P(n,s,t):r===e?"":r}function x(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function lo({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function et({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function co({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=x(t,s),a=d=>i.reduce((c,u,h)=>c+u*(e[h]?.[d]??0),0),l=n.map(
(d,c)=>Math.min(a(c),o));for(let d of r?.[s]??[])l[d]=null;return{x:n,y:l}}function re({x:n,y:e,rests:t},o){let r=Math.min(t?x(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function G({run:n,scene:e,frame:t,known:o}){let r=x(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),d=a.
text?.map(c=>l?"":P(n,c,r));return et(e,l?[]:lo(a,t),d)};return[...e.tracks.map(i),...e.curves.map(a=>co(a,t)),...(e.fixed?.lines??[]).map(a=>et(e,re(a,t))),...e.
keep.map(()=>({}))]}function O({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function At({scene:n,frame:e}){
let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>re(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,d)=>et(n,a.slice(
d*s,(d+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function Nt({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&!n.pictures}
var uo=.09;function Lt({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:Mt(n,a.x,t),y:Mt(n,a.y,t)})),i=r["yaxis.autorange"]?
mo(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var Mt=(n,e,t)=>n.predict?e.slice(
0,t+1):[...e],tt=({scene:n,frame:e})=>n.axes?x(n.axes,e):null;function mo(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),Math.
max(...t)],s=uo*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var v=({run:n})=>n.steps.length-1,w=({run:n,frame:e})=>x(n.steps,e),H=n=>n.run.predict?n.known:v(n),$=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<v(n),se=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function N(n){if($(n)){if(se(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Ct(n,{weights:e,slopes:t,updates:o,rate:r}){let s=w(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function X(n){let{predict:e}=n.
run;return e?N(n)==="step"?n.ring??Ct(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var z=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),_=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:H(n)}),ho={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},ge=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...ho,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Ct(o,i.predict),[d,c,u]=[Ze(e,l),ye(l),E(l.update)],h=E(M(e,c,-1)),p=E(M(e,l.weights,-1))/u,m={guess:A(e),truth:A(c),distance:S(h),times:J(Math.max(p,1/p))};
return{...a,outcome:{kind:d,guess:e,numbers:m},tally:{count:s.count+1,right:s.right+Number(fe(d)),distance:s.distance+(u?h/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,H(e)));this.state={...e,frame:o,seen:e.seen||o===v(e)};for(let r of this.#t)
r(this.state,t)}};var Ot=500,be=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,Ot)),this.store.isAddressed?this.#e??=setTimeout(this.#r,Ot):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String(w(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(w(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};function zt(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[po,yo]=["gdviz-run","gdviz-refused"];var nt=(n,e)=>window.gdvizChange?.(n,e);function Ht(){return window.gdvizRun?new TextDecoder().decode(zt(window.gdvizRun)):null}var $t=n=>Dt(po,n),_t=n=>Dt(yo,n);function Dt(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var ve=800,jt=400,Vt=ve+jt,ot=3,fo=1e4;function rt(n){let e=v(n)-ot,t=n.frame<ot;return n.speed*(t?1:Math.max(1,e*Vt/(fo-ot*Vt)))}var xe=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
v(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<H(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(ve/rt(t)):await this.stage.slide(ve/rt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
jt/rt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(ve/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[we,It]=["data-test-connection-state","data-test-script-state"],go=3e3,bo=1e4,vo=/^Connection error$/,Se=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[we,It]})}comeBack;#e=y("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&xo(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${we}]`);if(e?.getAttribute(we)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},go);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,bo),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(It)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${we}]`);e&&(e.inert=!1)}};function xo(n){let e=n.querySelector("[role=dialog] h2");!e||!vo.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var st=34,qt=16,wo=.4,Ee=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=x(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?x(u,o):[]);this.#o.forEach(({shape:u,
value:h,slope:p},m)=>{let f=s[m]??0,g=.6+5*Math.abs(f)/t.finest,b=i.length>0&&!i.includes(m);u.style.strokeWidth=String(t.chosen.includes(m)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(m));for(let C of[u,h,p])C.toggleAttribute("data-quiet",b);h.textContent=a?.[m]??"",p.textContent=
l?.[m]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let d=t.labels?x(t.labels,o):[];this.#r.forEach((u,h)=>u.textContent=d[h]??"");let c=t.maps?x(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",c)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=R("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});Po(
l);let d=R("g",{},l),c=ko(t),u=(i-2*st)/(o.length-1),h=Math.min(28,a/Math.max(...o)/2-1,u/4),p=c.map(f=>f.map(g=>So(g,h,!!t.maps,l)));this.#s=t.maps?Eo(c.flat(),
h,l):[],this.#r=c.flat().map(({x:f,y:g})=>{let b=W(f,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,h)}px`,b}),To(t,c,h,a,l);let m=R("g",{class:"g\
dviz-numbers"},l);this.#o=p.slice(1).flatMap((f,g)=>[...Ro(c[g]??[],c[g+1]??[],h,d,m),...f.map((b,C)=>{let{x:I,y:ee}=c[g+1]?.[C]??{x:0,y:0},q=ee+h+qt-2,[he,oo]=[
W(I,q,"gdviz-value",m),W(I,q+15,"gdviz-edge-slope",m)];return{shape:b,target:b,value:he,slope:oo}})]),this.#o.forEach(({shape:f,target:g},b)=>{R("title",{},g).textContent=
r[b]??"",g.onclick=()=>{this.choose(b)},f.toggleAttribute("data-chosen",s.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function So({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return R(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function Eo(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return R("image",l,R("svg",a,t))})}function To(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*qt;for(let{x:l,y:d}of i){let c=n.neurons[s++]??"";a?W(l,
d-t-6,"gdviz-name",r).textContent=c:!n.maps&&!n.labels&&t>15&&(W(l,d+5,"gdviz-name",r).textContent=c)}}}function W(n,e,t,o){return R("text",{x:n,y:e,"text-ancho\
r":"middle",class:t},o)}function Po(n){let e=R("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",refX:9,
refY:5,markerWidth:14,markerHeight:14},s=R("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);R("path",{d:"M0 0L10 5L0 10z",class:`gdviz-${t}`},
s)}}function R(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.append(
o),o}function ko({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:st+r/(n.length-1)*(e-2*st),y:t/o*(i+.5)})))}function Ro(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=Ao(s,i,t),l=R("line",{...a,class:"gdviz-weight"},o),d=R("line",{...a,class:"gdviz-target"},o),c=e.length>1?wo:.5,[u,h]=[s.x+
c*(i.x-s.x),s.y+c*(i.y-s.y)];return{shape:l,target:d,...Mo(u,h,Math.sign(Math.round(i.y-s.y)),r)}}))}function Mo(n,e,t,o){let r=W(n+7*t,e-5,"gdviz-value",o),s=W(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function Ao(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var Gt={"+":(...n)=>n.reduce((e,t)=>e+t),"-":(n=0,...e)=>e.length?n-(e[0]??0):-n,"*":(...n)=>n.reduce((e,t)=>e*t),"/":(n=0,e=1)=>n/e,"^":(n=0,e=1)=>No(n,e),sqrt:(n=0)=>Math.
sqrt(n),exp:(n=0)=>Math.exp(n),log:(n=0)=>Math.log(n),sin:(n=0)=>Math.sin(n),cos:(n=0)=>Math.cos(n),tan:(n=0)=>Math.tan(n),tanh:(n=0)=>Math.tanh(n),abs:(n=0)=>Math.
abs(n),sign:(n=0)=>Math.sign(n),sigmoid:(n=0)=>1/(1+Math.exp(-n)),step:(n=0)=>n>0?1:0,max:(n=0,e=0)=>Math.max(n,e),min:(n=0,e=0)=>Math.min(n,e)};function No(n,e){
let t=Math.abs(e);if(!Number.isInteger(e)||t>16)return n**e;let[o,r]=[1,0];for(let s=0;s<t;s+=1){let i=o*n;r=r*n+Lo(o,n,i),o=i+r,r-=o-i}return Number.isFinite(o+
r)?e<0?1/o:o:e<0?1/n**t:n**t}function Lo(n,e,t){let[[o,r],[s,i]]=[Wt(n),Wt(e)];return r*i-(t-o*s-r*s-o*i)}function Wt(n){let e=134217729*n,t=e-(e-n);return[t,n-
t]}var Co=new Set(["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function ie(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;
let[o,...r]=n,s=Object.hasOwn(Gt,o)?Gt[o]:void 0;if(!s)return NaN;let i=r.map(l=>ie(l,e,t)),a=s(...i);return t&&Co.has(o)&&!Oo(a)?a*(1+t):a}var Oo=n=>Math.fround(n)===n;var zo=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN]));function Te(n,e,t=0){let o=zo(n,e);return{weights:e,loss:ie(n.value,o,t),slopes:n.slopes.
map(r=>ie(r,o,t))}}var ae=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){return this.#e+=
1,this.memories=this.memories.map((t,o)=>Ho(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function it(n,e,t,o,r){let s=new ae(e,o,
t.length);return at(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((d,c)=>d-(l[c]??NaN))})}function at(n,e,t,o){let r=[Te(n,e)];for(;r.length<=t;){
let s=r.at(-1),i=s&&Te(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function Ho({lines:n,constants:e},t,o,r,s){let i={...e,
η:t,g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=ie(l,i);return i}var Ft="http://www.w3.org/2000/svg";var Q=class{#e=document.createElementNS(Ft,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[d,c]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,d-a,c-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${d-a}px`,height:`${c-l}px`})}clear(){this.#e.remove()}};function B(n,{weights:e,loss:t}){let[
o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[Bt(s),Bt(i)]}var Bt=n=>Math.max(-1e5,Math.min(n,1e5));function Pe(n,e,t=""){let o=e.map(i=>B(n,
i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>D("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[D("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function D(n,e,t){let o=document.createElementNS(Ft,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var le=(n,e=[],t=[])=>D("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var $o=60,Kt=3,_o=.05,Do=600,ce=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function Vo(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,d)=>l!==s[d]);return{"f\
orgot-rate":(l,d)=>ce(l,d),"forgot-minus":(l,d,c)=>ce(l,c,-1),"forgot-both":(l,d)=>ce(l,d,-1),"forgot-memory":(l,d)=>ce(l,d,t),"slope-only":(l,d)=>[...d],"chang\
e-only":(l,d,c)=>[...c],"one-only":(l,d,c)=>ce(l,c.map((u,h)=>i[h]?u:0))}[n]??null}function Ut(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=Vo(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let d=new ae(l,t.rate,r.letters.length);for(let u of i.slice(0,o))d.update(u);let c=Math.min(r.steps-o,$o);return at(r,s[o]??[],c,u=>a(u.
weights,u.slopes,d.update(u.slopes)))}function Yt(n,{weights:e,spans:t},o){return n.slice(1,Kt+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.some((l,d)=>!(Math.
abs(l-(a[d]??NaN))<=_o*(t[d]??NaN)))})}var Jt=n=>n.slice(0,Kt+1).map(({weights:e})=>A(e)).join(" → ");function Xt(n){let{run:e,outcome:t,known:o}=n;if(!e.predict||
!t?.guess||!t.kind)return[];let r=Ut(t.kind,t.guess,e.predict,o-1);return Yt(r,e.predict,o-1)?r:[]}var ke=class{#e=new Q;#t;play(e,t,o){this.clear();let r=o?t.length:
2,s=()=>{let i=t.slice(0,r),[a,l]=B(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Pe(e,i),D("circle","gdviz-mistake",{cx:a,cy:l,r:9})]),r>=t.length&&
clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,Do))}clear(){clearInterval(this.#t),this.#e.clear()}};var Me=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=N(e),d=document.
documentElement;d.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(d.lang=t.link.lang),d.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let c=t.predict?.texts.name??"",u=[t.run,c,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",c),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(X(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#o(e){let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&oe(o.value)!==s&&(o.value=S(s))})}#r(e,t,o){
if(o==="outcome")return[...jo(e,t),...this.#s(e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([c,u])=>Re(u,()=>{this.
answers.sayRegime(c)})),d=Re(r.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[Z(F(r,"regime",{rule:i})),y("div",{},...l??[],...s?[d]:[])]}#s(e,{texts:t}){
let o=Xt(e);if(!o.length)return[];let r=y("p",{role:"status"});return[Re(t.mistake,()=>{r.textContent=F(t,"mistaken",{way:Jt(o)}),this.answers.playMistake(o)}),
r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,a=X(e)??[];this.#n=a,this.#t=r.map((p,m)=>y("input",{type:"text",autocomplete:"off",ariaLabel:p,value:S(a[m]??
NaN)}));let l=()=>this.#t.map(p=>oe(p.value));for(let[p,m]of this.#t.entries())m.oninput=()=>{let f=oe(m.value);Number.isFinite(f)&&this.answers.moveRing((this.#n??
[]).map((g,b)=>b===p?f:g))};let d=F(o,r.length===1?"ask":"ask_many",{rule:i,letter:r[0]??""}),c=y("p",{className:"gdviz-bad",role:"alert"}),u=Re(o.skip,()=>{this.
answers.sayStep(null)},"gdviz-quiet"),h=y("form",{noValidate:!0},...d?[Z(d)]:[],...r.map((p,m)=>y("label",{},`${p} = `,this.#t[m]??"")),y("button",{type:"submit",
textContent:o.guess??""}),...s?[u]:[],c);return h.onsubmit=p=>{p.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):c.textContent=o["not-a-nu\
mber"]??""},h}};function jo(n,{texts:e,regime:t}){let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:d,right:c,distance:u}=r,
h=100*u/Math.max(d,1),p={count:String(d),right:String(c),distance:h<1e3?`${J(h)} %`:`${J(h/100)} ×`},m=fe(i)?"gdviz-good":"gdviz-bad";return[...a?[Z(F(e,i==="e\
xact"?"hit":"result",l),m)]:[],...i?[Z(F(e,i,{told:t?.told??"",...l}),m)]:[],...d?[Z(F(e,"tally",p),"gdviz-quiet")]:[],...s<v(n)?[Z(F(e,"next"),"gdviz-quiet")]:
[]]}var F=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(o,r)=>t[r]??o),Z=(n,e="")=>y("p",{textContent:n,className:e}),Re=(n,e,t="")=>y("button",{type:"button",textContent:n??
"",onclick:e,className:t});var Qt=240;function Ne(n){let e=10**Math.floor(Math.log10(n/Qt));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/Qt)??10*e}var Zt=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=Ne(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),lt=(n,[e,t])=>Math.max(e,Math.min(n,t)),Io={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},Ae=class{constructor(e){this.move=e}move;#e=y("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=X(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=lt(r[0]??NaN,s),l=lt(r[1]??t.
heightAt(a),i),[d,c]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${d}px`,top:`${c}px`}),this.#e.toggleAttribute("data-still",N(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${A(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=Io[e],r=this.#o,s=r&&N(r)==="step"?X(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(d,c)=>d+a*(o[c]??0)*Ne(i[c]??1));return this.move(Zt(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:d})=>{let c=this.#o?.run.predict?.spans;if(!e||!c||d!==r)return;let u=e.
ranges(),h=e.placeAt(a,l).map((p,m)=>lt(p,u[m===0?0:1]));this.move(Zt(h,c))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||N(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var qo=300,Go=400,en=4,Wo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},Ce=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#m,t),o.addEventListener("pointermove",this.#u,t),o.addEventListener("pointerup",this.#l,t),o.addEventListener("\
pointercancel",this.#h,t),o.addEventListener("keydown",this.#y,t)}choose;#e=y("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=y("div",{className:"\
gdviz-told"});#n=new Q;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#d;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?Bo(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#c(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#p((this.#i??t.start).map((o,r)=>o+e*Le(t,r))),this.#i&&S(this.#i[0]??NaN))}release(){this.#l()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#d),this.#o.abort(),this.clear(),this.#e.remove()}#m=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#u(e))};#u=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#p(this.#r.placeAt(e,t))};#l=()=>{this.#i&&
this.#v(this.#i)};#h=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#y=e=>{let t=Wo[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#p((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*Le(o,i))),clearTimeout(this.#d),this.#d=
setTimeout(this.#l,Go)};#p(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/Le(t,a))*Le(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#f(t,o,null);let{loss:r}=Te(t,o);this.#c(this.#r,o.length===1?[...o,r]:o)}#v(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#h():this.choose(e)}#c(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=S(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,qo),i=e.rules.map(c=>it(e,c,t,o??c.constants.η??NaN,s)),a=i.flatMap((c,u)=>Pe(r,c,e.rules[u]?.
color)),[l,d]=i[0]??[];l&&a.push(...this.#g(r,e,l,e.rules.length===1?d:void 0)),this.#t.textContent=l?Fo(e,l,e.rules.length===1?d:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#g(e,t,o,r){let s=B(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),d=o.slopes[0]??NaN,[c=NaN]=o.weights,
u=[a,l].map(h=>e.pixelsOf(h,o.loss+d*(h-c)));i.push(le("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(p=>-p),d=B(e,{...o,weights:o.weights.map((p,m)=>p+
([a,l][m]??0))}),[c,u]=[d[0]-s[0],d[1]-s[1]],h=Math.hypot(c,u)||1;i.push(le("gdviz-tangent-line",s,[s[0]+60*c/h,s[1]+60*u/h]))}if(r){let a=B(e,r);i.push(le("gdv\
iz-step-line",s,[a[0],s[1]]),le("gdviz-step-line",[a[0],s[1]],a)),i.push(D("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(D("circle","gdviz-held",{
cx:s[0],cy:s[1],r:9})),i}},Le=({domain:n},e)=>Ne((n[e]?.[1]??1)-(n[e]?.[0]??0));function Bo(n,e){let t=z(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=O(t).indexOf(t.movers[0]??-1),{x:r,y:s}=G(_(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function Fo({
names:n,texts:e},t,o){let r=s=>{let i=S(s,en);return`${Math.abs(Number(s.toPrecision(en))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Ko=".gdviz-track input, .st-key-eta input",Uo=".gdviz-play",Yo="[data-testid=stPopoverBody]",Oe=class{#e=y("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(tn("rate",e.to_rate,Ko),tn("player",e.to_player,
Uo)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${Yo} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function tn(n,e,t){let o=y("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function nn(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var Jo={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Xo="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",Qo="[role=combobox][aria-expanded=false]",Zo=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function on(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(Xo)&&!(o(Qo)&&Zo.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&er(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=Jo[n.key];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function er(n){let e=n.closest(".gdviz-table")??
n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function rn(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(y("strong",{textContent:e}),y("p",{textContent:t}),y("p",{textContent:o,
role:"status"}))}var ct=["aria-label","placeholder"],tr=ct.map(n=>`[${n}]`).join(),sn="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",nr=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function an(n,e){for(let[t,o]of nr){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var ln=new WeakMap,
ze=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...ct]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([o,r])=>this.#e[o]===r);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(tr)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(sn)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(sn)&&cn(
e.data,an(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of ct){let o=e.getAttribute(t);if(o===null)continue;let[r,s]=ln.get(e)??[],i=r!==void 0&&o===s?r:o,a=an(
i,this.#e);a===i&&o===i||(ln.set(e,[i,a]),cn(o,a,l=>{e.setAttribute(t,l)}))}}};function cn(n,e,t){n!==e&&t(e)}function un({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function mn(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function He(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function hn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var dn=".js-plotly-plot, [data-gdviz]";function pn(n){let e=o=>o instanceof HTMLElement&&
(o.matches(dn)||o.querySelector(dn)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var or=["first","back","next","last","sound"],$e=n=>P(n.run,n.run.player.position,w(n)),_e=class{constructor(e,t){this.root=e;this.controls=t;this.#e=T(e,".gdvi\
z-scrub"),this.#t=T(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
pe(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#d(t),this.#e.max=String(v(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",$e(e)),this.#t.value=String(e.speed),T(this.root,".gdviz-statu\
s").textContent=P(t,t.player.status,w(e)),r||(T(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=v(e)===0,ne(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===v(e),
this.#a("last").disabled=o===H(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of Y(this.root,".gdviz-tools button:not([data\
-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<v(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([d])=>d).join(""):"",l=r&&o===v(e)?t.player.
verdict:"";return[a,$e(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===v(e)&&!te("worked")?t.player.verdict:"",i=T(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return T(this.root,`[data-do="${e}"]`)}#d(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of or)ne(this.#a(r),t[r]);ne(this.#e,t.scrub),ne(this.#t,t.speed);let o=T(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=P(e,t.status,x(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var rr=.13,sr=150,De=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&se(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let d=y("output",{textContent:`\
η = ${S(t)}`}),c=y("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:S(t),disabled:l});c.value=String(o.indexOf(t));let u=()=>o[Number(
c.value)]??t;c.oninput=()=>{this.#n=!0,d.textContent=`η = ${S(u())}`,c.ariaValueText=S(u()),this.move(u())},c.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.choose(u())},sr)},pe(c);let h=y("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[C,I,ee]of r){let q=y("span",{className:`\
gdviz-${C}`});Object.assign(q.style,{left:dt(I),width:dt(ee-I)}),h.append(q)}let p=y("div",{className:"gdviz-ticks",ariaHidden:"true"}),[m=0,f=1]=s.map(([,C])=>C);
for(let[C,[I,ee]]of s.entries()){let q=s.length<2||f-m>rr?"":C?"gdviz-after":"gdviz-before",he=y("small",{textContent:I,className:q});he.style.left=dt(ee),p.append(
he)}let g=()=>{this.choose(t)},b=y("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});return[y(
"div",{className:"gdviz-rate-name"},y("span",{textContent:e}),...i?[b]:[],d),y("div",{className:"gdviz-track"},h,c),p]}},dt=n=>`${(100*n).toFixed(2)}%`;var ir=7;function yn(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=w(n);if(!t?.eta||!r||r===t.eta||s===0||!lr(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>ir?null:{schedule:i.join(","),eta:r}}var fn=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,ar=new Set(["eta","schedule","step"]);function lr(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!ar.has(r)));return t(n)===t(e)}var cr=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function gn(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await dr(n)}).click()}async function dr(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,d)=>{let c=getComputedStyle(l),u=r[d]?.style;if(u)for(let h of cr)u[h]=c[h]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var ur=["linear","log"],Ve=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=ur.map(s=>y("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),T(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(y("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var mr=6,hr=400,pr={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},yr={eta:"η",w:"W"},je=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?y("strong",{textContent:e}):e}#s(e,t,o){let r=y("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:yr[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/mr);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=pr[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},hr))},r}};var fr=110,gr=4,br=.01,vr=.16,xr=.8;function wr(n){let e=Math.log10(Math.abs(n)/br);return fr*2**Math.max(0,Math.min(e,gr))}function Sr(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:wr(n),wave:o,side:xr*t,after:0,seconds:vr}}var Er={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function Tr(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===v(n)?Er[e.end]:[];return[Sr(t,e.sided),...o??[]]}var Pr=.2,kr=.06,Rr=.01,Ie=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of Tr(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,d]=[a.currentTime+s,a.currentTime+s+i],[c,u,h]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];c.type=o,c.frequency.setValueAtTime(e,l),t&&c.frequency.exponentialRampToValueAtTime(t,d),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?kr:Pr,l+Rr),u.gain.linearRampToValueAtTime(0,d),h.pan.setValueAtTime(r,l),c.connect(u).connect(
h).connect(a.destination),c.start(l),c.stop(d)}};function bn(n,e){let{run:t,seen:o}=e,r=se(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of Y(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var K=28,vn=2,Mr=({run:n},e)=>n.table?.shown?x(n.steps,e):e,qe=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?v(t)+1:r+1));let s=T(e,".gdviz-rows"),i=(o.shown?t.frame:w(t))*K;(i<s.scrollTop||i+
K>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),xn(s,o,t)}#o(e,t,o){let r=wn(t.columns.map(([d])=>d),"columnheader");r.classList.add("gdviz-head");
let s=y("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&xn(
s,this.#n.run.table,this.#n)};let i=y("div",{className:"gdviz-spacer"});i.style.height=`${o*K}px`,s.append(i);let a=y("div",{className:"gdviz-table",role:"table",
ariaLabel:t.name},r,s),l=t.columns.map(([d,c])=>Nr(this.#n?.run,d,c));a.style.setProperty("--columns",l.map(d=>`minmax(${d}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((d,c)=>d+c,0)}ch`),a.style.setProperty("--row",`${K}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},Ar=13;function Nr(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:Ar):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function xn(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/K)-vn),s=o.predict?x(o.steps,H(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/K)+3*vn),l=[];for(let d=r;d<a;d++){let c=Mr(t,d),u=c===s&&$(t),h=e.columns.map(([,m])=>m==="step"?String(
c):u&&m.startsWith("dW")?"":P(o,`{${m}}`,c).replaceAll(" × ","×")),p=wn(h,"cell");p.style.top=`${d*K}px`,p.setAttribute("aria-rowindex",String(d+2)),c===w(t)&&
p.setAttribute("aria-current","step"),l.push(p)}for(let d of Y(n,".gdviz-spacer"))d.replaceChildren(...l)}function wn(n,e){return y("div",{className:"gdviz-row",
role:"row"},...n.map(t=>y("span",{role:e,textContent:t})))}var Sn=[1,.95,.9,.85,.8,.75],Ge=class{#e=null;#t="";#n=[];#o=0;show(e,t){let{run:o,frame:r,known:s,outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&
r===s,d=x(o.steps,l?r-1:r),c=d>=o.last,u=$(t)&&!l;this.#r(e,o,a);let h=c||u?a.last:a.rows,p=En(a,h,h.map(([f,g])=>[P(o,f,d),P(o,g,d)]));p.style.minHeight=`${this.#o}\
px`,[...p.children].forEach((f,g)=>{f.style.minHeight=`${this.#n[g]??0}px`});let m=y("p",{className:"gdviz-end-here",textContent:o.player.verdict});c&&t.seen&&a.
last.length<a.rows.length&&p.append(m),e.replaceChildren(y("h2",{textContent:P(o,c?a.end:a.title,d)}),p)}#r(e,t,o){let r=Lr(e),s=`${e.clientWidth} ${r?.clientHeight??
0} ${Or()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(p=>p<t.last),a=p=>i.map(m=>P(t,p,m)).reduce((m,f)=>f.length>m.length?
f:m,""),l=o.rows.map(([p,m])=>[a(p),a(m)]),d=En(o,o.rows,l);e.replaceChildren(y("h2",{textContent:a(o.title)}),d);let c=(p,m)=>(e.style.setProperty("--size",String(
p)),d.getBoundingClientRect().bottom<=m),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,h=r?u-Cr(e,r):1/0;Sn.some(p=>c(p,h))||Sn.some(p=>c(p,u)),
this.#n=[...d.children].map(p=>p.getBoundingClientRect().height),this.#o=d.getBoundingClientRect().height}};function Lr(n){let e=n.closest(".st-key-side");return e&&
getComputedStyle(e).overflowY==="auto"?e:null}function Cr(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(r=>r.contains(n))+1).reduce((r,s)=>r+(parseFloat(
getComputedStyle(s).minHeight)||0),0)}var Or=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function En({columns:n=1,rows:e},t,o){let r=y("dl"),
s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>1&&r.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[
l="",d=""]=o[a]??[],c=y("div",{hidden:!l},y("dt",{textContent:l}),y("dd",{},...zr(d)));i&&c.style.setProperty("--mark",i),c.classList.toggle("gdviz-marked",i!==
void 0),c.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(c)}),r}function zr(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%2?y("i",{textContent:e}):
e)}var Tn={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},We=class{constructor(e,t,o,r){this.store=t;
this.renderer=o;this.tell=r;this.#t=new xe(t,this,Tn),this.#n=new _e(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#s=new Ve(i=>{t.choose(
i)}),this.#a=new Ee(i=>{this.tell("weight",i)}),this.#d=new De(i=>{this.#u.tryRate(i)},i=>{nt("eta",i)}),this.#l=new Ae(i=>{t.moveRing(i)}),this.#u=new Ce(i=>{this.#C(
i)}),this.#i=new je({eta:this.#d,w:this.#u}),this.#m=new Me(T(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#L(t.state);a&&this.#h.play(a,i,Tn.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#l.focus()}}),this.#c=new Se(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#y=new be(t,i=>{this.tell("shown",i)}),this.#g=[t.subscribe(this.#T),$t(this.#x),_t(()=>{this.#d.forget(),this.#M()}),He(document,"keydown",i=>{
!this.#p.takesKey(i)&&e.isConnected&&t.state&&on(i,this)},!0),He(document,"click",un),He(document,"keydown",mn,!0),hn(this.#M),pn(this.#M)];let s=t.state;this.#x(),
t.state&&t.state===s&&this.#P(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#o=new Ge;#r=new qe;#s;#i;#a;#d;#m;#u;#l;#h=new ke;#y;#p=new Oe;#v=new ze;#c;#f=new Ie;#g;#b=null;#w=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#g)t();this.#h.clear();let e=[this.#n,this.#d,this.#u,this.#i,this.#l,this.#y,this.#p,this.#v,this.#c,this.#f];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():$(t)?this.#S():this.#t.play()},next:()=>{$(t)?this.#S():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(v(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#E(t)},home:()=>{this.tell("panel",{tool:"home",step:w(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:w(t)})},look:()=>{this.tell("panel",{tool:"look",step:w(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
N(t)==="step"?(this.#m.submit(),!0):this.#l.takesKey(e)}#S(){this.store.ask(),this.#l.focus()}async#E(e){let t=`gdviz-${w(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=te("graph")?.querySelector("svg");r&&await gn(r,t)}}#x=()=>{let e=Ht(),t=e===null?null:this.store.receive(e);if(!t)return;let o=this.#b;
if(this.#b=null,o&&fn(t,o)){this.store.resume(t),this.#t.play();return}this.#b=yn(this.store.state,t),this.#b?(this.store.pause(),nt("schedule",this.#b.schedule)):
this.store.load(t)};#T=(e,t)=>{this.#f.show(e,t),t&&Hr(e,t)?(this.#m.show(e),this.#k(e)):this.#P(e)};#P(e){let t=z(e).map(async o=>this.#R(o.chart)?.show(_(e,o)));
this.#w=Promise.all(t),this.#w.then(this.#A),this.#N(e),this.#y.show(e)}#N(e){let{run:t,frame:o}=e;this.#n.show(e),this.#p.show(t),this.#v.show(t),this.#c.show(
t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",$e(e)).trim();for(let{chart:i}of z(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);V("worked",i=>{this.#o.show(i,e)}),V("table",i=>{this.#r.show(i,e)}),V("scale",i=>{this.#s.show(i,e)}),V("rate",i=>{this.#d.
show(i,e)}),V("graph",i=>{t.graph&&this.#a.show(i,t.graph,o,P(t,t.player.graph??"",w(e)))}),V("story",i=>{t.story&&this.#i.show(i,t.story)}),V("summary",i=>{bn(
i,e)}),V("mission",i=>{t.mission&&rn(i,t.mission)}),this.#m.show(e),this.#k(e)}#k(e){let t=this.#L(e);this.#l.show(e,t),this.#u.show(e,t),N(e)!=="outcome"&&this.#h.
clear()}#L(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.isThere()?o:null}#R(e){let t=this.#e.get(e),o=this.renderer.find(
e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.renderer.mount(o,{onStart:s=>{this.#C(s)},onTap:s=>{this.
tell("tap",s)},onRedraw:s=>{this.#O(e,s)}});return this.#e.set(e,r),r}#C(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("start",e)}#O(e,t){let{
state:o}=this.store;if(!o)return;let r=z(o).find(({chart:s})=>s===e);t&&r&&this.#R(e)?.show(_(o,r)).then(this.#A),this.#k(o)}#M=()=>{let{state:e}=this.store;if(!e)
return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());for(let o of z(e)){let r=this.#R(o.chart);r&&!t.has(r)&&
r.show(_(e,o)).then(this.#A)}this.#N(e)};#A=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(o)?.element.dataset.step;e&&(this.#n.markDrawn(z(e).every(({chart:o})=>t(
o))),e.playing||nn())};async settle(){await this.#w}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:o}=t,r=z(t).map(async s=>this.#e.get(s.chart)?.
animate(_(t,s,o),_(t,s,o+1),e));await Promise.all(r)}},V=(n,e)=>{let t=te(n);t&&e(t)},Hr=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var Pn="gdviz-tally";function kn(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(Pn)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function Rn(n){try{n.count&&sessionStorage.setItem(Pn,JSON.stringify(n))}catch{}}var Be=new ge;Be.tally=kn();Be.subscribe(({tally:n},e)=>{e&&n!==e.tally&&Rn(n)});var Mn=[],de=null,An=n=>({parentElement:e,setTriggerValue:t})=>Je(Mn,{place:T(e,
".gdviz-player"),tell:t},()=>{$r(n)});function $r(n){let e=Xe(Mn);if(de&&de.panel===e){de.player.tell=e.tell;return}de?.player.destroy(),de=e?{panel:e,player:new We(
e.place,Be,n(Be),e.tell)}:null}function k(){if(!window.Plotly)throw new Error("Plotly is not loaded");return window.Plotly}var Nn=n=>n?.PlotSchema,L=n=>n;function j(n){let{_fullLayout:e}=L(n);if(!e)throw new Error("the chart is not drawn");return e}var ut=n=>n?._fullLayout?n:null,mt=n=>Object.
values(L(n)._fullLayout?._plots??{}).every(({xaxislayer:e})=>!!e),Ln=n=>L(n)._fullData?.length??0;function Cn(n){let e=L(n).calcdata===void 0;return e&&(L(n).calcdata=
[]),e}var Fe=n=>L(n)._transitionData??null;function ht(n){n?._animationRaf&&(cancelAnimationFrame(n._animationRaf),n._animationRaf=null)}function On(n){let e=Nn(
n);if(!e||e.lists)return;let t=new Map,o=e.findArrayAttributes;e.lists=t,e.findArrayAttributes=r=>{let s=`${r.type} ${zn(r._input)}`,i=t.get(s)??o(r);return t.set(
s,i),i}}var zn=n=>Object.entries(n).map(([e,t])=>Array.isArray(t)||ArrayBuffer.isView(t)?e:typeof t=="object"&&t!==null?`${e}(${zn(t)})`:"").join(" ");function pt(n){
let{xaxis:e,yaxis:t}=j(n);return[e,t].map(({_length:o,range:r})=>`${o} ${r.join(" ")}`).join()}var Hn=n=>{let{width:e,height:t}=j(n);return{width:e,height:t}};function me(n){
let{xaxis:e,yaxis:t}=j(n);return[e.range,t.range]}function yt(n,e,t){let{xaxis:o,yaxis:r}=j(n);return[o._offset+o.l2p(e),r._offset+r.l2p(t)]}function $n(n,e,t){
let o=qn(n)?.getBoundingClientRect()??new DOMRect,[[r,s],[i,a]]=me(n);return[r+(e-o.left)/o.width*(s-r),i+(o.bottom-t)/o.height*(a-i)]}function _n(n,e){let t=L(
n).calcdata?.[0]??[],o=t.findIndex(a=>a.x>=e),[r,s]=[t[Math.max(o-1,0)],t.at(o)];if(!r||!s)return NaN;let i=s.x>r.x?Math.min(Math.max((e-r.x)/(s.x-r.x),0),1):0;
return r.y+i*(s.y-r.y)}var U=(n,e)=>n.querySelector(`.scatterlayer .trace${L(n)._fullData?.[e]?.uid??""}`);function Dn(n,e){let t=U(n,e);return t!==null&&t.style.
display!=="none"}function Vn(n,e,t,o){let{width:r,xaxis:s}=j(n);for(let i of U(n,e)?.children??[]){let a=r-s.l2p(t)-(i.classList.contains("points")?o:0);i.style.
clipPath=`inset(-100% ${a}px -100% -100%) view-box`}}function jn(n){let e=new Map((L(n)._fullData??[]).map(({uid:o},r)=>[`trace${o}`,r])),t=o=>e.get([...o.classList].
find(r=>e.has(r))??"")??-1;for(let o of n.querySelectorAll(".scatterlayer")){let r=[...o.children],s=[...r].sort((i,a)=>t(i)-t(a));s.some((i,a)=>i!==r[a])&&o.append(
...s)}}var ue=n=>({texts:Array.from(n.querySelectorAll(":is(.ytick, .y2tick) text"),({textContent:e})=>e.replaceAll("​","")),size:j(n).yaxis.tickfont.size}),In=n=>({
edge:n,words:Array.from(n.querySelectorAll(".textpoint text")),wordsOf:e=>Array.from(U(n,e)?.querySelectorAll("text")??[]),marks:Array.from(n.querySelectorAll("\
.scatterlayer .points path")),labels:Array.from(n.querySelectorAll(":is(.xaxislayer-above, .yaxislayer-above) text"))}),qn=n=>n.querySelector(".nsewdrag"),Ke=n=>n.
querySelector(".svg-container");function ft(n){for(let e of n.querySelectorAll(".main-svg"))e.setAttribute("aria-hidden","true")}var gt=n=>n.querySelector(".ima\
gelayer image");function Gn(n){let e=bt(n);if(!e)return!1;let{xaxis:t,yaxis:o}=j(n),r=(s,i)=>Math.abs(Number(e.getAttribute(s))-i)>1;return r("width",t._length)||
r("height",o._length)}function Wn(n){if(!bt(n))return!1;let{xaxis:e,yaxis:t,_size:o}=j(n);return!!t.scaleanchor&&e._length<o.w-1&&t._length<o.h-1}var bt=n=>n.querySelector(
'clipPath[id$="xyplot"] rect');function _r(n){let{_fullLayout:e,_fullData:t,calcdata:o}=L(n),r=[e?.xaxis,e?.yaxis],s=a=>typeof a=="number",i={"_fullLayout.width":()=>s(
e?.width)&&s(e?.height),"_plots.xaxislayer":()=>Object.keys(e?._plots??{}).length>0&&mt(n),_size:()=>[e?._size.w,e?._size.h].every(s),"axis._length":()=>r.every(
a=>s(a?._length)),"axis._offset":()=>r.every(a=>s(a?._offset)),"axis.range":()=>r.every(a=>a?.range.length===2),"axis.tickfont.size":()=>s(ue(n).size),"axis.l2p":()=>yt(
n,0,0).every(s),"_fullData.uid":()=>(t??[]).every(({uid:a})=>!!a),calcdata:()=>[o?.[0]?.[0]?.x,o?.[0]?.[0]?.y].every(s),".scatterlayer .trace":()=>U(n,0)!==null,
".ytick text":()=>ue(n).texts.length>0,".nsewdrag":()=>qn(n)!==null,".svg-container":()=>Ke(n)!==null,"clipPath xyplot":()=>bt(n)!==null,_transitionData:()=>Fe(
n)!==null,"PlotSchema.findArrayAttributes":()=>(Nn(window.Plotly)?.lists?.size??0)>0};return Object.keys(i).filter(a=>{try{return!i[a]?.()}catch{return!0}})}var jr=5;async function Fn(n,e){let{scene:t,frame:o}=e;if(!t.fixed)return;let{lines:r,layout:s}=Lt(e),i=t.movers.map((c,u)=>r[u]?re(r[u],o):[]),a={x:[...r.map(({
x:c})=>c),...i.map(([c])=>[c])],y:[...r.map(({y:c})=>c),...i.map(([,c])=>[c])]},l=[...r.map(({trace:c})=>c),...t.movers];await k().update(n,r.length?a:{},s,l);let d=Kn(
n,Math.max(...ue(n).texts.map(c=>c.length),0));d!==n.layout.margin.l&&await k().relayout(n,{"margin.l":d})}var Kn=(n,e)=>ue(n).size*(2.8+.58*e);async function Un(n,e){
if(vt(n,e))return;let[t,o,r,s,i=0]=tt(e)??[];await k().relayout(n,{"xaxis.range":[t,o],"yaxis.range":[r,s],"margin.l":Kn(n,i)})}function vt(n,e){let t=tt(e)?.slice(
0,4);return!t||String(me(n))===String(t)}function Yn(n,{scene:e,frame:t}){for(let o of e.fixed?.lines??[]){let[r]=re(o,t);r!=null&&Vn(n,o.trace,r,jr)}}function Jn(n,{
fixed:e}){let{lines:t=[],layout:o={}}=e??{},r=([s,i])=>{let a=Ir(n.layout,s);return!Array.isArray(i)||Array.isArray(a)&&String(a)===String(i)};return t.every(({
trace:s,x:i})=>!i.length||!!n.data[s]?.x?.length)&&Object.entries(o).every(r)}var Ir=(n,e)=>e.split(".").reduce((t,o)=>t?.[o],n),Xn=(n,e)=>{let t=gt(n);return!t||
t.getAttribute("href")===e};function Qn(n,e){let t=gt(n),o=n.layout.images?.[0];!t||!o||(t.setAttribute("href",e),o.source=e)}var qr=["x","y","z"];async function Zn(n,e,t,o,r){let s=l=>{let d=Object.fromEntries(qr.map(c=>[c,l.map(u=>u[c])]));return k().restyle(n,d,t)};if(!o)return s(e);
let i=t.map(l=>n.data[l]),a=performance.now();for(let l=0;l<1;){let d=await new Promise(requestAnimationFrame);if(!r())return;l=Math.min((d-a)/o,1),s(e.map((c,u)=>Gr(
i[u]??{},c,l)))}}function Gr(n,e,t){let o=r=>(e[r]??[]).map((s,i)=>{let a=n[r]?.[i]??NaN;return a+t*((s??NaN)-a)});return{x:o("x"),y:o("y"),z:o("z")}}async function eo(n,e){
e&&JSON.stringify(e)!==JSON.stringify(n.layout.scene?.camera)&&await k().relayout(n,{"scene.camera":structuredClone(e)})}var Ue=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function no(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(m=>m.flatMap(n.wordsOf)),i=o.filter(m=>!r.includes(m)&&!s.includes(m));for(let m of o)m.
style.translate&&(m.style.translate=""),m.style.visibility&&(m.style.visibility="");let a=xt(n.edge),l=r.length+s.length>0,d=m=>l?m.map(xt).filter(to):[],c=d(n.
marks),u=[...c.filter(({left:m,right:f})=>f-m>=12),...d(n.labels)],h=new Map(o.map(m=>[m,xt(m)])),p=(m,f)=>{let g=h.get(m);if(!g||!to(g))return;let b=f(g);b?((b[0]||
b[1])&&(m.style.translate=`${b[0]}px ${b[1]}px`),u.push(wt(g,b))):m.style.visibility="hidden"};for(let m of i)p(m,f=>Et(f,a));for(let m of r)p(m,f=>Wr(f,u,a));for(let m of s)
p(m,f=>[...u,...c].some(g=>St(f,g,0))?null:[0,0])}var xt=n=>n.getBoundingClientRect(),to=({left:n,right:e})=>e>n,wt=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),St=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Et({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,d)=>Math.max(l-i,0)||Math.min(d-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function Wr(n,e,t){let o=Et(
n,t),r=wt(n,o),s=e.filter(u=>St(r,u,1.5));if(!s.length)return o;let i=u=>s.map(h=>h[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,h])=>Math.abs(u)+Math.abs(h),d=u=>{let h=wt(r,u);return l(Et(h,t))===
0&&!e.some(p=>St(h,p,1.5))},[c]=a.filter(u=>l(u)<=48&&d(u)).sort((u,h)=>l(u)-l(h));return c?[o[0]+c[0],o[1]+c[1]]:null}var Br=1e3,Ye=class{constructor(e){this.cameras=e}cameras;find(e){return window.Plotly?ut(document.querySelector(`.st-key-${e} .js-plotly-plot`)):null}mount(e,t){
return On(k()),new Tt(e,t,this.cameras)}},Tt=class{constructor(e,t,o){this.element=e;this.listener=t;this.cameras=o;this.#t=Ke(e),e.setAttribute("role","figure"),
ft(e);for(let r of["plotly_afterplot","plotly_react"])this.#u(r,this.#b);this.#u("plotly_transitioning",()=>{this.#i=Cn(e),this.#s=pt(e)}),this.#u("plotly_anima\
ted",()=>{this.#f()&&this.#c&&this.#g(this.#c)}),this.#u("plotly_click",({points:[r]})=>{this.#o?.scene.clickable&&r?.curveNumber===0&&t.onStart([r.x])}),this.#u(
"plotly_relayout",r=>{let s=r["scene.camera"],i=this.#o?.scene;s&&i?.space&&o.set(i.chart,structuredClone(s))}),e.addEventListener("click",this.#P,{signal:this.#n.
signal})}element;listener;cameras;#e=new Ue;#t;#n=new AbortController;#o=null;#r=!1;#s="";#i=!1;#a=null;#d=!1;#m=!1;#u(e,t){this.element.on(e,t),this.#n.signal.
addEventListener("abort",()=>{this.element.removeListener?.(e,t)})}isThere(){return this.#h()&&Ke(this.element)===this.#t}destroy(){this.stop(),ht(this.#a),this.#n.
abort()}stop(){this.#e.end(),this.#o&&(this.#o={scene:this.#o.scene})}async show(e){let{scene:t,frame:o,known:r}=e,s=this.#e.take();if(!this.#p(t)){this.#o=null;
return}if(this.#y(e))return;let i=this.#o;if(this.#o={scene:t},(i?.scene!==t||i.known!==r)&&await Fn(this.element,e),this.#l(s)&&await Un(this.element,e),t.space&&
this.#l(s)&&await eo(this.element,this.cameras.get(t.chart)),!this.#l(s))return;this.#o={scene:t,known:r};let a=t.pictures?.[o];a&&Qn(this.element,a),await this.#x(
s,t,G(e),O(t),0),this.#l(s)&&this.#v(e)}async animate(e,t,o){if(!this.#y(e))return;let{scene:r,frame:s,known:i}=e,a=this.#e.take();this.#o={scene:r,known:i};for(let{
data:l,traces:d,share:c}of At(e))if(await this.#x(a,r,l,d,o*c),!this.#l(a))return;if(r.glides){let l=r.glides[s]??0;await this.#x(a,r,G(t),O(r),o*l)}Nt(e)&&this.#l(
a)&&this.#v(t)}#l(e){return this.#e.holds(e)&&this.#h()}#h(){return this.element.isConnected&&ut(this.element)!==null}#y({scene:e,frame:t,known:o}){return this.#o?.
scene===e&&this.#o.frame===t&&this.#o.known===o}#p(e){return mt(this.element)&&Math.max(...O(e))<Ln(this.element)}#v(e){let{scene:t,frame:o,known:r,run:s}=e;this.#o=
{scene:t,frame:o,known:r},this.element.dataset.step=String(s.steps[o]),this.#m=!1,this.#c=e,this.#g(e),this.#r?this.#b():this.#E()}#c=null;#f(){return this.#o===
null||this.#o.frame!==void 0}#g(e){Yn(this.element,e),this.element.style.setProperty("--gdviz-paper",this.element.layout.paper_bgcolor),no(In(this.element),e.scene.
asides??[],e.scene.yields??[])}#b=()=>{if(ft(this.element),this.#r=!this.#f(),this.#r)return;let e=this.#w();e?this.#o=null:(this.#c&&this.#g(this.#c),this.#E()),
this.listener.onRedraw(e)};#w(){let e=this.#c;if(!this.#o||!e)return!0;let{scene:t,frame:o}=e,r=a=>!this.element.data[a??-1]?.x?.length,s=O(t),i=t.pictures?.[o];
return G(e).some(({x:a},l)=>a?.length&&r(s[l]))||!Jn(this.element,t)||!vt(this.element,e)||i!==void 0&&!Xn(this.element,i)}#S({scene:e},t){let o=s=>s?.some(i=>i!==
null)??!1,r=O(e);return!e.space&&t.some(({x:s},i)=>o(s)&&!Dn(this.element,r[i]??-1))}#E(){let e=!this.#m&&this.#c&&this.#S(this.#c,G(this.#c)),t=Wn(this.element);
if(this.#d||!(e||t||Gn(this.element)))return;this.#d=this.#m=!0;let o={"xaxis.domain":[0,1],"yaxis.domain":[0,1]};(t?k().relayout(this.element,o):k().redraw(this.
element)).finally(()=>this.#d=!1)}async#x(e,t,o,r,s){let{element:i}=this;if(t.space){await Zn(i,o,r,s,()=>this.#l(e));return}let a=Math.max(s,1),l={mode:"immedi\
ate",frame:{duration:a,redraw:!1},transition:{duration:a,easing:"linear"}},d=u=>r.filter((h,p)=>{let m=o[p]?.x;return m&&m.length>0===u});this.#T(d(!1),"none"),
this.#a!==Fe(i)&&ht(this.#a);let c=k().animate(i,{data:o,traces:r},l).catch(()=>e.ended);if(this.#a=Fe(i),await Promise.race([c,e.ended,Fr(a+Br)]),!!this.#l(e)){
if(this.#i){await this.#x(e,t,o,r,0);return}this.#T(d(!0),""),jn(i),this.#s!==pt(i)&&await k().redraw(i)}}#T(e,t){for(let o of e){let r=U(this.element,o);r&&(r.
style.display=t)}}get overlay(){return this.#t??this.element}ranges(){return me(this.element)}placeAt(e,t){return $n(this.element,e,t)}pixelsOf(e,t){return yt(this.
element,e,t)}heightAt(e){return _n(this.element,e)}#P=({clientX:e,clientY:t})=>{let{grid:o,taps:r}=this.#o?.scene??{},s=o??r;if(!s)return;let i=this.placeAt(e,t);
if(!this.ranges().every(([c,u],h)=>{let p=i[h]??NaN;return c<=p&&p<=u}))return;let l=(c,u)=>Number((Math.round(c/u)*u).toFixed(6)),d=i.map((c,u)=>l(c,s[u]??1));
o?this.listener.onStart(d):this.listener.onTap(d)};fade(e){if(this.#o)for(let t of O(this.#o.scene)){let o=U(this.element,t);o&&(o.style.opacity=e?"0.15":"")}}async save(e){
let t={format:"png",filename:e,...Hn(this.element),scale:2};await k().downloadImage(this.element,t)}},Fr=n=>new Promise(e=>setTimeout(e,n));var Ra=An(n=>new Ye(n.cameras));export{J as about,Ra as default,it as descend,Ze as kindOf,_r as missingParts,Ut as mistaken,Yt as parts,oe as read,S as say};
