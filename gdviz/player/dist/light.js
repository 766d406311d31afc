function Pe(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var Ae=n=>n.filter(({place:e})=>e.isConnected).at(-1);function Qt(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[Xt,en]=["gdviz-run","gdviz-refused"];function tn(n,e,t){return Pe(window.gdvizCarriers??=[],{place:n,run:e,change:t},Xo)}function Xo(){let n=Ae(window.gdvizCarriers??
[]);n&&(window.gdvizChange=n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(Xt))))}var St=(n,e)=>window.gdvizChange?.(n,e);
function pe(){return window.gdvizRun?new TextDecoder().decode(Qt(window.gdvizRun)):null}function Et(){window.dispatchEvent(new Event(en))}var nn=n=>on(Xt,n),Oe=n=>on(
en,n);function on(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var ye=n=>document.querySelector(`[data-gdviz="${n}"]`),le=(n,e)=>[...n.querySelectorAll(e)];function A(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function x(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function fe(n,e){n.setAttribute("aria-label",e),n.title=
e}function $e(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function K(n,e){let[t="",o=""]=Math.abs(n).toExponential(100).split("e"),r=/^50*$/.test(t.replace(".","").slice(e)),s=t.slice(0,e>1?e+1:1),i=Number(s.at(-1))%2===
0,a=r&&i?`${s}e${o}`:Math.abs(n).toExponential(e-1);return n<0?`-${a}`:a}function M(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=K(n,e).split("e"),r=Number(
o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${ge(r)}`}var Le=(n,e)=>e>
0?M(n,e):"0",ge=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),be=n=>M(Number(K(n,2))),_=n=>{let e=n.map(t=>M(t));
return e.length===1?e.join():`(${e.join(", ")})`};function Ce(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,
"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var rn={"+":(...n)=>n.reduce((e,t)=>e+t),"-":(n=0,...e)=>e.length?n-(e[0]??0):-n,"*":(...n)=>n.reduce((e,t)=>e*t),"/":(n=0,e=1)=>n/e,"^":(n=0,e=1)=>er(n,e),sqrt:(n=0)=>Math.
sqrt(n),exp:(n=0)=>Math.exp(n),log:(n=0)=>Math.log(n),sin:(n=0)=>Math.sin(n),cos:(n=0)=>Math.cos(n),tan:(n=0)=>Math.tan(n),tanh:(n=0)=>Math.tanh(n),abs:(n=0)=>Math.
abs(n),sign:(n=0)=>Math.sign(n),sigmoid:(n=0)=>1/(1+Math.exp(-n)),step:(n=0)=>n>0?1:0,max:(n=0,e=0)=>Math.max(n,e),min:(n=0,e=0)=>Math.min(n,e)};function er(n,e){
let t=Math.abs(e);if(!Number.isInteger(e)||t>16)return n**e;let[o,r]=[1,0];for(let s=0;s<t;s+=1){let i=o*n;r=r*n+tr(o,n,i),o=i+r,r-=o-i}return Number.isFinite(o+
r)?e<0?1/o:o:e<0?1/n**t:n**t}function tr(n,e,t){let[[o,r],[s,i]]=[sn(n),sn(e)];return r*i-(t-o*s-r*s-o*i)}function sn(n){let e=134217729*n,t=e-(e-n);return[t,n-
t]}var ln=new Set(["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function W(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;
let[o,...r]=n,s=Object.hasOwn(rn,o)?rn[o]:void 0;if(!s)return NaN;let i=r.map(l=>W(l,e,t)),a=s(...i);return t&&ln.has(o)&&!cn(a)?a*(1+t):a}var an=[NaN,0];function Mt(n,e,t){
if(!Array.isArray(n))return[W(n,e),0];let[o,...r]=n,s=r.map(h=>Mt(h,e,t)),i=W(n,e),[[a,l],[c,d]]=[s[0]??an,s[1]??an],u=s.reduce((h,[,f])=>h+f,0),p=({"*":()=>s.reduce(
(h,[f,g])=>h+(g?Math.abs(i/f)*g:0),0),"/":()=>(l+Math.abs(i)*d)/Math.abs(c),"^":()=>(l?Math.abs(c*i/a)*l:0)+(d?Math.abs(i*Math.log(Math.abs(a)))*d:0),sqrt:()=>l?
l/(2*i):0,exp:()=>i*l,log:()=>l/Math.abs(a),tan:()=>(1+i*i)*l,sign:()=>0,step:()=>0}[o]??(()=>u))();return[i,p+(ln.has(o)&&!cn(i)?t*Math.abs(i):0)]}var cn=n=>Math.
fround(n)===n;var ze=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN]));function I(n,e,t=0){let o=ze(n,e);return{weights:e,loss:W(n.value,o,t),slopes:n.slopes.map(
r=>W(r,o,t))}}var te=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){return this.#e+=
1,this.memories=this.memories.map((t,o)=>nr(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function dn(n,e,t,o,r){let s=new te(e,o,
t.length);return kt(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((c,d)=>c-(l[d]??NaN))})}function kt(n,e,t,o){let r=[I(n,e)];for(;r.length<=t;){
let s=r.at(-1),i=s&&I(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function nr({lines:n,constants:e},t,o,r,s){let i={...e,
η:t,g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=W(l,i);return i}var G=class{low;high;bottom;top;constructor([e=NaN,t=NaN,o=NaN,r=NaN]){[this.low,this.high,this.bottom,this.top]=[e,t,o,r]}get width(){return this.high-this.low}get height(){
return this.top-this.bottom}shows(e){return this.low<=e&&e<=this.high}holds([e,t]){return this.shows(e)&&this.bottom<=t&&t<=this.top}at([e,t]){return[this.low+e*
this.width,this.bottom+t*this.height]}held([e,t]){let[[o,r],[s,i]]=[this.at([-.2,-.2]),this.at([1.2,1.2])];return[Math.max(o,Math.min(e,s)),Math.max(r,Math.min(
t,i))]}clipped(e,t,o=0){let[r,s]=[this.at([-o,-o]),this.at([1+o,1+o])],[i,a]=[0,1];for(let c of[0,1]){let d=t[c]-e[c],u=[(r[c]-e[c])/d,(s[c]-e[c])/d];if(d!==0)[
i,a]=[Math.max(i,Math.min(...u)),Math.min(a,Math.max(...u))];else if(e[c]<r[c]||e[c]>s[c])return null}let l=c=>[e[0]+c*(t[0]-e[0]),e[1]+c*(t[1]-e[1])];return i<=
a?[l(i),l(a)]:null}},k=(...n)=>n.every(e=>e?.every(Number.isFinite))?n.flatMap(e=>[...e??[]]):[],j=(...n)=>n.filter(t=>t!==null).map(t=>k(...t)).filter(t=>t.length>
0).flatMap((t,o)=>o?[null,null,...t]:t);function xe(n,{traces:e},t,o){let r=new Map(Object.entries(e).map(([s,i])=>[i,s]));return n.tracks.map(s=>{let i=r.get(s.
trace)??"",{trace:a,text:l,grows:c}=s,d=i===o?s.rows.filter(u=>u.length).slice(0,1):[];return{trace:a,rows:t[i]??(d.length?d:[[]]),...l&&{text:l},...c&&{grows:c}}})}var un=.6,or=.04,rr=.15,sr=.09,ir=30,ar=1e-6;function mn(n,e,t,o,r){let s=new G(e.view),i=r.map(u=>dr(o,u)),a=i.map(u=>({...ur(s,e,u),...mr(s,t,u)})),l=[...new Set(
a.flatMap(u=>Object.keys(u)))],c=Object.fromEntries(l.map(u=>[u,a.map(m=>m[u]??[])])),d=r.slice(1).map((u,m)=>{let[p,h]=[r[m]??0,i[m]];return h&&u===p+1?hr(s,h):
pr(s,o,p,u)});return{scene:{...n,tracks:xe(n,e,c,"minima_words"),legs:d,axes:lr(n,s)},magnified:i.map(u=>Rt(s,u)?.44/Math.abs(u.update)*s.width*cr(e):null)}}var lr=({
axes:n},{low:e,high:t,bottom:o,top:r})=>[n?.find(([s,i])=>s===e&&i===t)??[e,t,o,r,n?.[0]?.[4]??0]],cr=({lens:[n=0,e=0]=[]})=>e-n;function dr({points:n,updates:e},t){
let[o,r]=[n[t],n[t+1]],[s=NaN,i=NaN]=[o?.weights[0],o?.slopes[0]],a=r?e[t]?.[0]??NaN:NaN;return{w:s,loss:o?.loss??NaN,slope:i,update:a,rise:(r?.loss??NaN)-(o?.loss??
NaN)}}var He=({w:n,loss:e})=>[n,e],Nt=({w:n,loss:e,slope:t,update:o})=>[n-o,e-t*o],hn=({w:n,loss:e,update:t,rise:o})=>[n-t,e+o],Rt=(n,e)=>n.holds(He(e))&&Math.abs(
e.update)<or*n.width&&Math.abs(e.slope*e.update)>1e-250;function ur(n,{words:[e=0,t=0]},o){let{w:r,loss:s,slope:i,update:a,rise:l}=o,[c,d,u]=[He(o),Nt(o),hn(o)],
m=E=>k(n.at([e,t-sr*E]));if(!n.holds(c)){let E=w=>k(n.at([w,.4]));return{...r<n.low&&{gone_left:E(.02)},...r>n.high&&{gone_right:E(.98)},gone_words:m(1)}}let p=Math.
max(.16*n.width,Number.isFinite(a)?1.15*Math.abs(a):0),h=[[r-p,s-i*p],[r+p,s+i*p]],f=n.clipped(n.clipped(...h)?.[0]??h[0],n.clipped(...h)?.[1]??h[1],-.07),g={point:k(
c),trail:k(c),tangent:j(n.clipped(...h)),...i>0?{slope_left:k(f?.[0]??null)}:{slope_right:k(f?.[1]??null)}};if(!Number.isFinite(a))return g;let y=[r-a,s],b=n.clipped(
c,y);if(Object.assign(g,{triangle:j(b,n.clipped(y,d)),drop:j(n.clipped(d,u))}),Rt(n,o))return g;let v=Math.abs(a)>rr*n.width;if(b&&v?g.update=k([(b[0][0]+b[1][0])/
2,(b[0][1]+b[1][1])/2]):b&&a&&(g[a>0?"update_left":"update_right"]=k(b[1])),l){let E=l<0?"fell":"rose";n.shows(u[0])&&(g[E]=k(u)),g[`${E}_words`]=m(0)}return g}
function mr(n,e,t){if(!Rt(n,t))return{};let{w:o,loss:r,slope:s,update:i,rise:a}=t,l=.44/Math.abs(i),c=.36/Math.abs(s*i),d=.5+(i>0?.22:-.22),u=(w,R)=>[d+w*l,.62+
R*c],m=w=>(w-d)/l,p=Math.abs(i)<ar*n.width,h=Array.from({length:9},(w,R)=>{let S=m(.04+.92*R/8);return u(S,p?s*S:I(e,[o+S]).loss-r)}),f=([,w])=>w>0&&w<1,[g,y,b]=[
u(0,0),u(-i,0),u(-i,-s*i)],v=[b,u(-i,a)],E=([w,R])=>[w,R-.1];return{lens_paper:k([0,0],[1,0],[1,1],[0,1],[0,0]),lens_curve:h.flatMap(w=>w[1]>.02&&w[1]<.98?[...w]:
[null,null]),lens_tangent:k(...[.04,.96].map(w=>u(m(w),s*m(w)))),lens_triangle:k(g,y,b),lens_drop:v.every(f)?k(...v):[],lens_text:k([.5,.06],[(g[0]+y[0])/2,(g[1]+
y[1])/2+.08],E(g),E(b)),...a<0&&{lens_fell:k([.5,.92])},...a>0&&{lens_rose:k([.5,.92])}}}function hr(n,e){let[t,o]=[n.held(Nt(e)),n.held(hn(e))],r=n.holds(He(e))?
n.clipped(He(e),Nt(e),.2)?.[1]:void 0;if(!r)return[[...o,1]];let s=r[0]===t[0]&&r[1]===t[1];return[[...r,un],...s?[]:[[...t,0]],[...o,1-un]]}function pr(n,{points:e},t,o){
let r=e.slice(t+1,o+1),s=Math.ceil(r.length/ir),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(({weights:[a=NaN],loss:l})=>[...n.held([a,l]),1/i.length])}var We=.6,yr=.2,pn=.34,fn=.06,fr=.045,gr=1e-6,br=30,yn=81,U=(n=[])=>[n[0]??NaN,n[1]??NaN];function gn(n,e,t,o){let r=new G(e.view),s=yr*Math.min(r.width,r.height),
a=o.map(y=>t.points[y]).filter(y=>y&&r.holds(U(y.weights))).map(({loss:y})=>y),l=a.length?gr*(Math.max(...a)-Math.min(...a))/s:0,c=o.map(y=>xr(r,e,t,y,s,l)),d=[
...new Set(c.flatMap(y=>Object.keys(y)))],u=Object.fromEntries(d.map(y=>[y,c.map(b=>b[y]??[])])),{low:m,high:p,bottom:h,top:f}=r,g=n.axes&&[n.axes.find(([y,b])=>y===
m&&b===p)??[m,p,h,f,0]];return{...n,tracks:xe(n,e,u,"level_words"),legs:o.slice(1).map((y,b)=>vr(r,t,o[b]??0,y)),...g&&{axes:g}}}function xr(n,{words:[e=0,t=0]},{
points:o},r,s,i){let[a,l]=[o[r],o[r+1]],c=U(a?.weights),d=h=>k(n.at([e,t-fn*h]));if(!n.holds(c)){let h=[Math.max(n.low,Math.min(c[0],n.high)),Math.max(n.bottom,
Math.min(c[1],n.top))];return{gone:k(h),gone_words:d(1)}}let u={point:k(c),trail:k(c)};if(l){u.step=j(n.clipped(c,U(l.weights)));let h=l.loss-(a?.loss??NaN);h&&
(u[h<0?"fell_words":"rose_words"]=d(0))}let m=U(a?.slopes),p=Math.hypot(...m);return p>i?{...u,...wr(n,c,[-m[0]/p*s,-m[1]/p*s])}:u}function wr(n,e,t){let o=[e[0]+
t[0],e[1]+t[1]],r=[o[0],e[1]],s=f=>[o[0]-.16*t[0]-f*.07*t[1],o[1]-.16*t[1]+f*.07*t[0]],i=(t[0]>=0?n.high-r[0]:r[0]-n.low)>pn*n.width,a=i?t[0]>=0:t[1]<0,l=fr*(i?
n.width:n.height)*(a?1:-1),c=Math.abs(t[0])<Math.abs(l)?l:t[0],d=i?[e[0]+c,e[1]]:[e[0]+t[0],e[1]+l],u=t[1]>=0,m=(u?1:-1)*Math.max(Math.abs(t[1]),fn*n.height),p=pn/
2*n.width,h=[Math.max(n.low+p,Math.min(o[0],n.high-p)),e[1]+m];return{arrow_line:[...k(e,o),null,null,...k(s(1),o,s(-1))],parts:j([e,r],[r,o]),[i?a?"across_righ\
t":"across_left":a?"across_above":"across_below"]:k(d),[u?"up_above":"up_below"]:k(h)}}function vr(n,{points:e},t,o){let r=e.slice(t+1,o+1).map(({weights:a})=>n.
held(U(a)));if(r.length===1)return r.map(a=>[...a,We]);let s=Math.ceil(r.length/br),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(a=>[...a,1/i.length])}function bn(n,{
traces:e,view:t},o,r,s){let i=o.domain.map(([S=NaN,T=NaN])=>[S,T]),[[a,l]=[NaN,NaN],[c,d]=[NaN,NaN]]=i,u=new G([a,l,c,d]),[,,m=0,p=0]=t,h=r.points.filter(({weights:S})=>u.
holds(U(S))).map(({loss:S})=>S),f=Math.max(...h,m,p)-m||1,g=[m-.1*f,m+1.2*f],b=i.map(([S,T])=>new G([S,T,...g])).map((S,T)=>Sr(S,o,r,s,u,T)),v=Object.keys(e).length,
E=n.tracks.map(S=>{let T=Math.floor(S.trace/v),q=Object.entries(e).find(([,z])=>z===S.trace%v)?.[0]??"",{trace:ee,text:B}=S;return{trace:ee,rows:b[T]?.rows.map(
z=>z[q]??[])??[[]],...B&&{text:B}}}),w=n.curves.map(S=>{let T=b[Math.floor(S.trace/v)],q=T?.heights??[],ee=q.map(z=>z.flatMap((ae,Zt)=>Number.isFinite(ae)?[]:[Zt])),
B=(g[1]??NaN)+1.3*f;return{trace:S.trace,x:T?.x??[],basis:q.map(z=>z.map(ae=>Number.isFinite(ae)?ae:B)),shares:s.map((z,ae)=>s.map((Zt,Qo)=>+(ae===Qo))),most:B,
...ee.some(z=>z.length)&&{gaps:ee}}}),R=s.slice(1).map((S,T)=>S===(s[T]??0)+1);return{...n,tracks:E,curves:w,legs:R.map((S,T)=>S?[[...b.flatMap(({landings:q})=>[
...q[T]??[]]),We]]:[]),glides:R.map(S=>S?1-We:1),fixed:{layout:{"yaxis.range":g,"yaxis2.range":g}}}}function Sr(n,e,t,o,r,s){let[i=NaN,a=NaN]=e.domain[1-s]??[],
l=Array.from({length:yn},(u,m)=>n.low+n.width*m/(yn-1)),c=(u,m)=>s?[m,u]:[u,m],d=o.map(u=>{let[m,p]=[t.points[u],t.points[u+1]],[h=NaN,f=NaN,g=NaN]=[m?.weights[s],
m?.slopes[s],m?.weights[1-s]],y=p?t.updates[u]?.[s]??NaN:NaN,b=[h,m?.loss??NaN],v=[h-y,b[1]-f*y],E=Math.max(.16*n.width,Number.isFinite(y)?1.15*Math.abs(y):0),w=n.
clipped([h-E,b[1]-f*E],[h+E,b[1]+f*E]),R=Math.max(i,Math.min(g,a));return{rows:r.holds(U(m?.weights))?{tangent:j(w),step:Number.isFinite(y)?j(n.clipped(b,v)):[],
words:k(n.at([.001,.999])),point:k(b)}:{},heights:l.map(T=>I(e,c(T,R)).loss),landing:n.held(v)}});return{x:l,rows:d.map(({rows:u})=>u),heights:d.map(({heights:u})=>u),
landings:d.map(({landing:u})=>u)}}function xn(n,e,t,o,r){let s=new G(e.view),i=t.map(([p=NaN])=>p),[a,l]=[Math.min(...i),Math.max(...i)],c=l-a||1,d=r.map(p=>{let[
h,f]=U(o.points[p]?.weights);if(!s.holds([h,f]))return{line:[],gaps:[]};let g=y=>[y,h*y+f];return{line:k(g(a-c),g(l+c)),gaps:t.flatMap(([y=NaN,b=NaN])=>[y,b,...g(
y),null,null])}}),u={line:d.map(({line:p})=>p),gaps:d.map(({gaps:p})=>p)},m=r.slice(1).map((p,h)=>p===(r[h]??0)+1);return{...n,tracks:xe(n,e,u,""),legs:m.map(()=>[]),
glides:m.map(p=>p?We:1)}}var[Er,wn]=[6,15],Mr=1e-12,kr=1-1e-6,vn=1e-6,Nr=40;function En(n,e,t,o={}){let r=new Map,s=new Set,i=y=>r.get(y)??o[y]??Er,a=y=>e[y]??NaN,l=y=>Object.hasOwn(t,y),
c=y=>l(y)?a(y):i(y)>0?Number(K(a(y),i(y))):0,d=({tree:y,operands:b},v=c)=>W(y,Object.fromEntries(b.map(([E,w])=>[E,v(w)]))),u=(y,b=c)=>Math.abs(d(y,b)-c(y.result)),
m=y=>u(y)<=kr/2*Sn(a(y.result),i(y.result)),p=y=>{let b=Sn(a(y.result),i(y.result))/2,v=[...new Set(y.operands.map(([,w])=>w))].filter(w=>!l(w)),E=d(y);for(let w=0;w<=
wn;w+=1){let R=!1;for(let S of v){let T=Math.abs(d(y,z=>c(z)*(z===S?1+vn:1))-E)/vn,q=2*b/T*Math.abs(a(S)),ee=Math.ceil(Mn(a(S))+1+w-Math.log10(q)),B=Math.max(i(
S),Math.min(Number.isFinite(ee)?ee:0,wn));R||=B>i(S),r.set(S,B)}if(R&&m(y))return!0}return!1};for(let y=0;y<Nr;y+=1){let b=[...n].reverse().filter(v=>!s.has(v)&&
!m(v));if(!b.length)break;for(let v of b)!m(v)&&!p(v)&&s.add(v)}for(let y of n)m(y)||s.add(y);let h=y=>t[y]??Le(a(y),i(y)),f=y=>l(y)||Math.abs(c(y)-a(y))<=Mr*Math.
abs(a(y)),g=y=>y.replace(/\{(\()?(\w+)\)?('?)\}/g,(b,v,E,w)=>{if(E.startsWith("at"))return f(`W${E.slice(2)}`)?"=":"≈";let R=h(E+w);return v&&/^−|×/.test(R)?
`(${R})`:R});return n.map(y=>{let[b,v]=[g(y.expression),h(y.result)],E=s.has(y)||b===v,w=y.operands.every(([,T])=>f(T))?"=":"≈",R=Rr(y,t,h)?"=":"≈",S=E?`${f(
y.result)?"=":"≈"} ${v}`:`${w} ${b} ${R} ${v}`;return{label:g(y.label),text:`${y.letters} ${S}`}})}var Mn=n=>n===0?0:Number(n.toExponential().split("e")[1]),Sn=(n,e)=>10**
(Mn(n)-e+1);function Rr({tree:n,operands:e,result:t},o,r){let s=c=>Array.from(o[c]??"",d=>"0123456789"["⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)]??"").join(""),i=new Map(
e.map(([c,d])=>[c,Tt(d==="t'"?s(d):r(d))])),[a,l]=[kn(n,i),Tt(r(t))];return!!(a&&l&&a[0]*l[1]===l[0]*a[1])}function Tt(n){let e=/^(−|-)?(\d+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?$/.
exec(n);if(!e)return null;let[,t,o="",r="",s="",i="0"]=e,a=Number(s?Array.from(s,d=>"-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)]).join(""):i),l=BigInt(
o+r)*(t?-1n:1n),c=a-r.length;return c<0?[l,10n**BigInt(-c)]:[l*10n**BigInt(c),1n]}function kn(n,e){if(typeof n=="number")return Tt(String(n));if(typeof n=="stri\
ng")return e.get(n)??null;let[t,...o]=n,r=o.map(l=>kn(l,e)),[s,i]=r;if(!s||r.some(l=>!l))return null;let a=r;if(t==="abs")return[s[0]<0n?-s[0]:s[0],s[1]];if(t===
"sign")return[BigInt(+(s[0]>0n)-+(s[0]<0n)),1n];if(t==="step")return[s[0]>0n?1n:0n,1n];if(t==="+")return a.reduce(([l,c],[d,u])=>[l*u+d*c,c*u]);if(t==="*")return a.
reduce(([l,c],[d,u])=>[l*d,c*u]);if(t==="-")return i?[s[0]*i[1]-i[0]*s[1],s[1]*i[1]]:[-s[0],s[1]];if(t==="/")return i?.[0]?[s[0]*i[1],s[1]*i[0]]:null;if(t==="^"&&
i&&i[0]%i[1]===0n){let l=i[0]/i[1];return l>16n||l<-16n||l<0n&&!s[0]?null:l<0n?[s[1]**-l,s[0]**-l]:[s[0]**l,s[1]**l]}return null}var Nn=2**-50,Tr=1e-7,Pt=n=>n.every(Number.isFinite);function Rn(n,{weights:e}){let t=ze(n,e),o=r=>Mt(r,t,Nn)[1];return{loss:o(n.value),slopes:n.slopes.map(o)}}
function Tn(n,e,t,o,r){let[s,i]=[0,Nn].map(c=>Ar(n,e,t,o,r,c));if(!s||!i)return null;let a=({weights:c},d)=>c.every((u,m)=>{let[p=0,h=0]=n.domain[m]??[];return Math.
abs(u-(i.points[d]?.weights[m]??NaN))<=Tr*Math.max(h-p,Math.abs(u))}),l=s.points.findIndex((c,d)=>!a(c,d));return{walk:l<0?s:Pr(s,Math.max(l,1)),twin:i}}var Pr=({
points:n,updates:e,memories:t},o)=>({points:n.slice(0,o),updates:e.slice(0,o-1),memories:t.slice(0,o-1),end:"unsure",beyond:null});function Ar(n,e,t,o,r,s){let i=new te(
e,o,t.length),[a,l,c]=[[],[],[]],d=t;for(;a.length<=r;){let u=I(n,d,a.length%2?s:-s),m=[u.loss,...u.slopes];if(!Pt(m)){let h=Pt(d)&&[n.value,...n.slopes].some(g=>Pn(
g,ze(n,d))),f=a.length-1;return a.length?{points:a,updates:l.slice(0,f),memories:c.slice(0,f),end:h?"undefined":"exploded",beyond:h?d:null}:null}if(a.push(u),a.
length>r)break;let p=i.update(u.slopes);l.push(p),c.push(i.memories),d=u.weights.map((h,f)=>h-(p[f]??NaN))}return{points:a,updates:l,memories:c,end:"end",beyond:null}}
function Pn(n,e){if(!Array.isArray(n))return!1;let t=n.slice(1);if(t.some(s=>Pn(s,e)))return!0;let o=t.map(s=>W(s,e)),r=W(n,e);return Pt(o)&&(Number.isNaN(r)||!Number.
isFinite(r)&&o.includes(0))}var[we,At]=[6,15],Or=1e-12,On=({hand:n,rate:e,explore:t})=>({rate:e?.value??n?.rules[0]?.constants.η??NaN,start:n?.start??[],rule:t?.rule??""});function $n(n,e){
let{hand:t,explore:o}=n,r=o?.rules[e.rule];if(!t||!o||!r)return null;let s=Tn(t,r.rule,e.start,e.rate,o.steps.at(-1)??0);if(!s)return null;let{walk:i}=s,a=i.points.
length-1,l=[...new Set(o.steps.map(h=>Math.min(h,a)))],c={...zr(t,s),...Hr(t,i,l),...Wr(o,i)},{worked:d,texts:u}=_r(n,t,o,s,l,e),{scenes:m,magnified:p}=Gr(n,o,t,
i,l);return{...n,run:JSON.stringify(e),steps:l,last:a,start:0,player:{...n.player,verdict:""},columns:{...c,...u,times:p},constants:{...n.constants,steps:String(
a),beyond:i.beyond?Lr(t.names,i.beyond):""},scenes:m,worked:d,...n.table&&{table:{...n.table,columns:n.table.columns.filter(([,h])=>h!=="eta")}},hand:{...t,start:e.
start,rules:[{...r.rule,constants:{...r.rule.constants,η:e.rate}}]},...Dr(n,e),summary:"",sound:qr(i,l)}}var ne=n=>n?`_${n+1}`:"",$r=n=>Math.abs(Number(K(n,we))-
n)<=Or*Math.abs(n),ce=(...n)=>n.every($r)?"=":"≈";function Lr(n,e){let t=e.map(s=>M(s)),[o,r]=n.length===1?[n[0]??"",t.join()]:[`(${n.join(", ")})`,`(${t.join(
", ")})`];return`${o} ${ce(...e)} ${r}`}var Cr=8;function Ln(n,e,t=0){let o=Cr*Math.abs(n-e)+t;return[6,5,4,3,2,1].find(r=>M(n-o,r)===M(n+o,r))??0}function zr(n,{
walk:e,twin:t}){let o={};return e.points.forEach((r,s)=>{let[i,a,l]=[Ot(e,s),Ot(t,s),Cn(n,e,s)];for(let[c,d]of Object.entries({E:r.loss,...i}))if(/^(E|W|slope|dW)(_\d+)?$/.
test(c)){let u=c==="E"?t.points[s]?.loss:a[c];(o[c]??=[])[s]=Le(d,Ln(d,u??NaN,l[c]))}}),o}function Cn(n,{points:e,updates:t},o){let r=e[o];if(!r)return{};let{loss:s,
slopes:i}=Rn(n,r),a=i.map((l,c)=>{let d=Math.abs((t[o]?.[c]??0)/(r.slopes[c]??NaN));return[`dW${ne(c)}`,Number.isFinite(d)?l*d:0]});return{E:s,...Object.fromEntries(
[...i.map((l,c)=>[`slope${ne(c)}`,l]),...a])}}function Hr({names:n},{points:e,updates:t},o){let r={},s=(i,a,l)=>{(r[i]??={})[a]=l};for(let i of o){let a=e[i];a&&
(s("is_E",i,ce(a.loss)),s("is_place",i,ce(...a.weights)),n.forEach((l,c)=>{let[d=NaN,u=NaN,m]=[a.weights[c],a.slopes[c],t[i]?.[c]];s(`is_W${ne(c)}`,i,ce(d)),s(`\
is_slope${ne(c)}`,i,ce(u)),s(`down${ne(c)}`,i,M(-u)),m!==void 0&&s(`is_dW${ne(c)}`,i,ce(m))}))}return r}function Wr({trends:n},{points:e}){let t={before:{},after:{},
trend:{},change:{}};return e.slice(1).forEach(({loss:o},r)=>{let s=e[r]?.loss??NaN,i=u=>M(s,u)!==M(o,u),a=Array.from({length:At-we+1},(u,m)=>we+m),l=s===o?we:a.
find(i)??At,c=s===o?"same":i(l)?o<s?"fell":"rose":"nearly",d={before:M(s,l),after:M(o,l),trend:n[c]??"",change:Vr(s,o)};for(let[u,m]of Object.entries(d))(t[u]??=
{})[r]=m}),t}function Vr(n,e){let t=Math.abs(n-e),o=2**-51*Math.max(Math.abs(n),Math.abs(e),1e-290);return t<=o?t===0?"0":`< ${M(o,1)}`:M(t,Math.max(1,Math.min(
we,Math.trunc(Math.log10(t/o)))))}function _r(n,e,t,{walk:o,twin:r},s,{rule:i,rate:a}){let l=t.rules[i],c=l?.lines??[],d=c.filter(({result:p})=>p.startsWith("sl\
ope")),u={};for(let p of s){let h=p===o.points.length-1,f={...l?.given,eta:M(a,At),"t'":ge(p+1)},[g,y]=[o,r].map(w=>Ot(w,p,l?.names)),b=Cn(e,o,p),v=Object.fromEntries(
Object.entries(g).map(([w,R])=>[w,Ln(R,y[w]??NaN,b[w])])),E={...g,...Ir(f),eta:a};En(h?d:c,E,f,v).forEach(({label:w,text:R},S)=>{let T=h?"last":"row";(u[`label_${T}\
_${S}`]??={})[p]=w,(u[`text_${T}_${S}`]??={})[p]=R})}let m=(p,h)=>Array.from({length:h},(f,g)=>[`{label_${p}_${g}}`,`{text_${p}_${g}}`]);return{texts:u,worked:{
...n.worked,title:n.worked?.title??"",rows:[...m("row",c.length),[t.loss,"E: {before} → {after}  {trend}"]],last:m("last",d.length),end:t.ends[o.end]??""}}}var Ir=n=>Object.
fromEntries(Object.entries(n).map(([e,t])=>[e,Fr(t)]));function Fr(n){let[e="",t]=n.replace("−","-").split(" × 10");return t===void 0&&/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.
test(e)?An(e):Number(t===void 0?e:`${e}e${An(t)}`)}var An=n=>Number(Array.from(n,e=>"-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(e)]??"").join(""));function Ot({
points:n,updates:e,memories:t},o,r={}){let s={},[i,a]=[n[o],n[o+1]];return i?.weights.forEach((l,c)=>{let d=ne(c);if(Object.assign(s,{[`W${d}`]:l,[`slope${d}`]:i.
slopes[c]??NaN}),!!a){Object.assign(s,{[`dW${d}`]:e[o]?.[c]??NaN,[`W${d}'`]:a.weights[c]??NaN});for(let[u,m]of Object.entries(r))u!=="ΔW"&&(s[`${m}${d}`]=t[o-1]?.[c]?.[u]??
0,s[`${m}${d}'`]=t[o]?.[c]?.[u]??NaN)}}),s}function Gr(n,e,t,o,r){let s={};return{scenes:n.scenes.map(a=>{let l=e.charts[a.chart];if(!l)return jr(a,e,o,r);if(l.
lens){let c=mn(a,l,t,o,r);return c.magnified.forEach((d,u)=>{d!==null&&(s[r[u]??0]=M(Number(K(d,2))))}),c.scene}return a.chart==="fit"?xn(a,l,e.data,o,r):a.curves.
length?bn(a,l,t,o,r):gn(a,l,o,r)}),magnified:s}}function jr(n,{floor:e,least:t},{points:o},r){let s=r.map(c=>o[c]?.loss??NaN),i=n.variant==="log"?s.map(c=>c-e>t?
c-e:null):s,a=r.at(-1)??0,l={...n.fixed?.layout,"xaxis.range":[-.04*a,1.04*a],"xaxis.tickmode":a<=10?"linear":"auto","yaxis.range":null,"yaxis.autorange":!0};return{
...n,fixed:{lines:[{trace:n.fixed?.lines?.[0]?.trace??0,x:r,y:i}],layout:l}}}function Dr({rate:n,hand:e,explore:t},o){if(!n)return{};let r=o.start.every((i,a)=>i===
e?.start[a]),s=o.rule===t?.rule&&(t.hold||r);return{rate:{...n,value:o.rate,earlier:"",...s?{}:{zones:[],ticks:[]}}}}function qr({points:n},e){let t=e.map(s=>n[s]?.
slopes??[]),o=t[0]?.length===1,r=s=>o?s[0]??0:Math.hypot(...s);return{slopes:t.map(s=>Number(K(r(s),3))),sided:o,end:""}}var zn=4/3,Br=.95,L=n=>Math.hypot(...n),V=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),$t=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),Ve=({weights:n,update:e})=>V(n,
e,-1);function Hn(n){let e=L(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function Wn(n,e){let{weights:t,slope:o,update:r}=e,s=Ve(e),i=L(V(n,s,-1)),
a=(f,g)=>L(g)>0&&L(V(n,f,-1))<=Hn(g);if(_(n)===_(s)&&i<=.005*L(r)+1e-12*(1+L(s)))return"exact";if(i<=Hn(r))return"right";if(!L(r))return"rests";if(a(t,r))return"\
stayed";let[c,...d]=Kr(e).filter(([,f,g])=>a(f,g));if(c&&!d.length)return c[0];let u=V(n,t,-1),m=L(u)/L(r),p=-$t(u,r)/(L(u)*L(r)),h=m<zn&&m>1/zn;return p>Br?h?"\
close":m>1?"too-long":"too-short":h?"wrong-direction":$t(r,o)>0&&$t(u,o)>0?"uphill":"astray"}function Kr(n){let{weights:e,slope:t,update:o,rate:r}=n,s=Ve(n),i=t.
map(d=>r*d),l=L(V(o,i,-1))<=1e-9*L(o)?[["forgot-rate",V(e,t,-1),t],["forgot-both",V(e,t),t],["slope-only",t,t]]:[["forgot-memory",V(e,i,-1),i]],c=e.length>1?e.map(
(d,u)=>e.map((m,p)=>p===u?s[u]??NaN:m)):[];return[...l,["forgot-minus",V(e,o),o],["change-only",o,o],...c.map(d=>["one-only",d,o])]}var _e=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function C(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=Ur(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function Ur(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
C(n,s,t):r===e?"":r}function O(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function Yr({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function Lt({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function Jr({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=O(t,s),a=c=>i.reduce((d,u,m)=>d+u*(e[m]?.[c]??0),0),l=n.map(
(c,d)=>Math.min(a(d),o));for(let c of r?.[s]??[])l[c]=null;return{x:n,y:l}}function Ie({x:n,y:e,rests:t},o){let r=Math.min(t?O(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function ve({run:n,scene:e,frame:t,known:o}){let r=O(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),
c=a.text?.map(d=>l?"":C(n,d,r));return Lt(e,l?[]:Yr(a,t),c)};return[...e.tracks.map(i),...e.curves.map(a=>Jr(a,t)),...(e.fixed?.lines??[]).map(a=>Lt(e,Ie(a,t))),
...e.keep.map(()=>({}))]}function de({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function _n({scene:n,
frame:e}){let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>Ie(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>Lt(
n,a.slice(c*s,(c+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function In({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&
!n.pictures}var Zr=.09;function Fn({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:Vn(n,a.x,t),y:Vn(n,a.y,t)})),i=r["yaxis.\
autorange"]?Qr(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var Vn=(n,e,t)=>n.predict?
e.slice(0,t+1):[...e],Gn=({scene:n,frame:e})=>n.axes?O(n.axes,e):null;function Qr(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),
Math.max(...t)],s=Zr*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var P=({run:n})=>n.steps.length-1,$=({run:n,frame:e})=>O(n.steps,e),Y=n=>n.run.predict?n.known:P(n),J=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<P(n),Se=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function F(n){if(J(n)){if(Se(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function jn(n,{weights:e,slopes:t,updates:o,rate:r}){let s=$(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function ue(n){let{predict:e}=n.
run;return e?F(n)==="step"?n.ring??jn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var D=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),Z=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:Y(n)}),Xr={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},Fe=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...Xr,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=jn(o,i.predict),[c,d,u]=[Wn(e,l),Ve(l),L(l.update)],m=L(V(e,d,-1)),p=L(V(e,l.weights,-1))/u,h={guess:_(e),truth:_(d),distance:M(m),times:be(Math.max(p,1/p))};
return{...a,outcome:{kind:c,guess:e,numbers:h},tally:{count:s.count+1,right:s.right+Number(_e(c)),distance:s.distance+(u?m/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,Y(e)));this.state={...e,frame:o,seen:e.seen||o===P(e)};for(let r of this.#t)
r(this.state,t)}};var Dn=500,Ge=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,Dn)),this.store.isAddressed?this.#e??=setTimeout(this.#r,Dn):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String($(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String($(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};var je=800,Bn=400,qn=je+Bn,Ct=3,es=1e4;function zt(n){let e=P(n)-Ct,t=n.frame<Ct;return n.speed*(t?1:Math.max(1,e*qn/(es-Ct*qn)))}var De=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
P(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<Y(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(je/zt(t)):await this.stage.slide(je/zt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
Bn/zt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(je/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[qe,Kn]=["data-test-connection-state","data-test-script-state"],ts=3e3,ns=1e4,os=/^Connection error$/,Be=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[qe,Kn]})}comeBack;#e=x("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&rs(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${qe}]`);if(e?.getAttribute(qe)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},ts);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,ns),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(Kn)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${qe}]`);e&&(e.inert=!1)}};function rs(n){let e=n.querySelector("[role=dialog] h2");!e||!os.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var Ht=34,Un=16,ss=.4,Ke=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=O(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?O(u,o):[]);this.#o.forEach(({shape:u,
value:m,slope:p},h)=>{let f=s[h]??0,g=.6+5*Math.abs(f)/t.finest,y=i.length>0&&!i.includes(h);u.style.strokeWidth=String(t.chosen.includes(h)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(h));for(let b of[u,m,p])b.toggleAttribute("data-quiet",y);m.textContent=a?.[h]??"",p.textContent=
l?.[h]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let c=t.labels?O(t.labels,o):[];this.#r.forEach((u,m)=>u.textContent=c[m]??"");let d=t.maps?O(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",d)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=H("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});cs(
l);let c=H("g",{},l),d=ds(t),u=(i-2*Ht)/(o.length-1),m=Math.min(28,a/Math.max(...o)/2-1,u/4),p=d.map(f=>f.map(g=>is(g,m,!!t.maps,l)));this.#s=t.maps?as(d.flat(),
m,l):[],this.#r=d.flat().map(({x:f,y:g})=>{let y=oe(f,g+6,"gdviz-output",l);return y.style.fontSize=`${Math.min(18,m)}px`,y}),ls(t,d,m,a,l);let h=H("g",{class:"\
gdviz-numbers"},l);this.#o=p.slice(1).flatMap((f,g)=>[...us(d[g]??[],d[g+1]??[],m,c,h),...f.map((y,b)=>{let{x:v,y:E}=d[g+1]?.[b]??{x:0,y:0},w=E+m+Un-2,[R,S]=[oe(
v,w,"gdviz-value",h),oe(v,w+15,"gdviz-edge-slope",h)];return{shape:y,target:y,value:R,slope:S}})]),this.#o.forEach(({shape:f,target:g},y)=>{H("title",{},g).textContent=
r[y]??"",g.onclick=()=>{this.choose(y)},f.toggleAttribute("data-chosen",s.includes(y))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function is({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return H(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function as(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return H("image",l,H("svg",a,t))})}function ls(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*Un;for(let{x:l,y:c}of i){let d=n.neurons[s++]??"";a?oe(
l,c-t-6,"gdviz-name",r).textContent=d:!n.maps&&!n.labels&&t>15&&(oe(l,c+5,"gdviz-name",r).textContent=d)}}}function oe(n,e,t,o){return H("text",{x:n,y:e,"text-a\
nchor":"middle",class:t},o)}function cs(n){let e=H("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",
refX:9,refY:5,markerWidth:14,markerHeight:14},s=H("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);H("path",{d:"M0 0L10 5L0 10z",class:`\
gdviz-${t}`},s)}}function H(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.
append(o),o}function ds({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:Ht+r/(n.length-1)*(e-2*Ht),y:t/o*(i+.5)})))}function us(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=hs(s,i,t),l=H("line",{...a,class:"gdviz-weight"},o),c=H("line",{...a,class:"gdviz-target"},o),d=e.length>1?ss:.5,[u,m]=[s.x+
d*(i.x-s.x),s.y+d*(i.y-s.y)];return{shape:l,target:c,...ms(u,m,Math.sign(Math.round(i.y-s.y)),r)}}))}function ms(n,e,t,o){let r=oe(n+7*t,e-5,"gdviz-value",o),s=oe(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function hs(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var Jn="http://www.w3.org/2000/svg";var me=class{#e=document.createElementNS(Jn,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[c,d]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,c-a,d-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${d-l}px`})}clear(){this.#e.remove()}};function re(n,{weights:e,loss:t}){
let[o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[Yn(s),Yn(i)]}var Yn=n=>Math.max(-1e5,Math.min(n,1e5));function Ue(n,e,t=""){let o=e.map(i=>re(
n,i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>N("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[N("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function N(n,e,t){let o=document.createElementNS(Jn,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var Ee=(n,e=[],t=[])=>N("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var ps=60,Zn=3,ys=.05,fs=600,Me=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function gs(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,c)=>l!==s[c]);return{"f\
orgot-rate":(l,c)=>Me(l,c),"forgot-minus":(l,c,d)=>Me(l,d,-1),"forgot-both":(l,c)=>Me(l,c,-1),"forgot-memory":(l,c)=>Me(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,d)=>[...d],"one-only":(l,c,d)=>Me(l,d.map((u,m)=>i[m]?u:0))}[n]??null}function bs(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=gs(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let c=new te(l,t.rate,r.letters.length);for(let u of i.slice(0,o))c.update(u);let d=Math.min(r.steps-o,ps);return kt(r,s[o]??[],d,u=>a(u.
weights,u.slopes,c.update(u.slopes)))}function xs(n,{weights:e,spans:t},o){return n.slice(1,Zn+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.some((l,c)=>!(Math.
abs(l-(a[c]??NaN))<=ys*(t[c]??NaN)))})}var Qn=n=>n.slice(0,Zn+1).map(({weights:e})=>_(e)).join(" → ");function Xn(n){let{run:e,outcome:t,known:o}=n;if(!e.predict||
!t?.guess||!t.kind)return[];let r=bs(t.kind,t.guess,e.predict,o-1);return xs(r,e.predict,o-1)?r:[]}var Ye=class{#e=new me;#t;play(e,t,o){this.clear();let r=o?t.
length:2,s=()=>{let i=t.slice(0,r),[a,l]=re(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Ue(e,i),N("circle","gdviz-mistake",{cx:a,cy:l,r:9})]),
r>=t.length&&clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,fs))}clear(){clearInterval(this.#t),this.#e.clear()}};var Ze=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=F(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(c.lang=t.link.lang),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let d=t.predict?.texts.name??"",u=[t.run,d,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",d),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(ue(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#o(e){let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&Ce(o.value)!==s&&(o.value=M(s))})}#r(e,t,o){
if(o==="outcome")return[...ws(e,t),...this.#s(e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([d,u])=>Je(u,()=>{this.
answers.sayRegime(d)})),c=Je(r.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[he(se(r,"regime",{rule:i})),x("div",{},...l??[],...s?[c]:[])]}#s(e,{
texts:t}){let o=Xn(e);if(!o.length)return[];let r=x("p",{role:"status"});return[Je(t.mistake,()=>{r.textContent=se(t,"mistaken",{way:Qn(o)}),this.answers.playMistake(
o)}),r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,a=ue(e)??[];this.#n=a,this.#t=r.map((p,h)=>x("input",{type:"text",autocomplete:"off",ariaLabel:p,value:M(
a[h]??NaN)}));let l=()=>this.#t.map(p=>Ce(p.value));for(let[p,h]of this.#t.entries())h.oninput=()=>{let f=Ce(h.value);Number.isFinite(f)&&this.answers.moveRing(
(this.#n??[]).map((g,y)=>y===p?f:g))};let c=se(o,r.length===1?"ask":"ask_many",{rule:i,letter:r[0]??""}),d=x("p",{className:"gdviz-bad",role:"alert"}),u=Je(o.skip,
()=>{this.answers.sayStep(null)},"gdviz-quiet"),m=x("form",{noValidate:!0},...c?[he(c)]:[],...r.map((p,h)=>x("label",{},`${p} = `,this.#t[h]??"")),x("button",{type:"\
submit",textContent:o.guess??""}),...s?[u]:[],d);return m.onsubmit=p=>{p.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):d.textContent=o["\
not-a-number"]??""},m}};function ws(n,{texts:e,regime:t}){let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:c,right:d,distance:u}=r,
m=100*u/Math.max(c,1),p={count:String(c),right:String(d),distance:m<1e3?`${be(m)} %`:`${be(m/100)} ×`},h=_e(i)?"gdviz-good":"gdviz-bad";return[...a?[he(se(e,i===
"exact"?"hit":"result",l),h)]:[],...i?[he(se(e,i,{told:t?.told??"",...l}),h)]:[],...c?[he(se(e,"tally",p),"gdviz-quiet")]:[],...s<P(n)?[he(se(e,"next"),"gdviz-q\
uiet")]:[]]}var se=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(o,r)=>t[r]??o),he=(n,e="")=>x("p",{textContent:n,className:e}),Je=(n,e,t="")=>x("button",{type:"\
button",textContent:n??"",onclick:e,className:t});var eo=240;function Xe(n){let e=10**Math.floor(Math.log10(n/eo));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/eo)??10*e}var to=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=Xe(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),Wt=(n,[e,t])=>Math.max(e,Math.min(n,t)),vs={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},Qe=class{constructor(e){this.move=e}move;#e=x("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=ue(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=Wt(r[0]??NaN,s),l=Wt(r[1]??t.
heightAt(a),i),[c,d]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${d}px`}),this.#e.toggleAttribute("data-still",F(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${_(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=vs[e],r=this.#o,s=r&&F(r)==="step"?ue(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(c,d)=>c+a*(o[d]??0)*Xe(i[d]??1));return this.move(to(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:c})=>{let d=this.#o?.run.predict?.spans;if(!e||!d||c!==r)return;let u=e.
ranges(),m=e.placeAt(a,l).map((p,h)=>Wt(p,u[h===0?0:1]));this.move(to(m,d))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||F(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var Ss=300,Es=400,no=4,Ms={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},tt=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#u,t),o.addEventListener("pointermove",this.#d,t),o.addEventListener("pointerup",this.#c,t),o.addEventListener("\
pointercancel",this.#m,t),o.addEventListener("keydown",this.#y,t)}choose;#e=x("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=x("div",{className:"\
gdviz-told"});#n=new me;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#l;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?ks(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#p(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#h((this.#i??t.start).map((o,r)=>o+e*et(t,r))),this.#i&&M(this.#i[0]??NaN))}release(){this.#c()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#l),this.#o.abort(),this.clear(),this.#e.remove()}#u=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#d(e))};#d=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#h(this.#r.placeAt(e,t))};#c=()=>{this.#i&&
this.#b(this.#i)};#m=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#y=e=>{let t=Ms[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#h((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*et(o,i))),clearTimeout(this.#l),this.#l=
setTimeout(this.#c,Es)};#h(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/et(t,a))*et(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#f(t,o,null);let{loss:r}=I(t,o);this.#p(this.#r,o.length===1?[...o,r]:o)}#b(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#m():this.choose(e)}#p(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=M(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,Ss),i=e.rules.map(d=>dn(e,d,t,o??d.constants.η??NaN,s)),a=i.flatMap((d,u)=>Ue(r,d,e.rules[u]?.
color)),[l,c]=i[0]??[];l&&a.push(...this.#x(r,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?Ns(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#x(e,t,o,r){let s=re(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=o.slopes[0]??NaN,[d=NaN]=o.weights,
u=[a,l].map(m=>e.pixelsOf(m,o.loss+c*(m-d)));i.push(Ee("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(p=>-p),c=re(e,{...o,weights:o.weights.map((p,h)=>p+
([a,l][h]??0))}),[d,u]=[c[0]-s[0],c[1]-s[1]],m=Math.hypot(d,u)||1;i.push(Ee("gdviz-tangent-line",s,[s[0]+60*d/m,s[1]+60*u/m]))}if(r){let a=re(e,r);i.push(Ee("gd\
viz-step-line",s,[a[0],s[1]]),Ee("gdviz-step-line",[a[0],s[1]],a)),i.push(N("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(N("circle","gdviz-held",
{cx:s[0],cy:s[1],r:9})),i}},et=({domain:n},e)=>Xe((n[e]?.[1]??1)-(n[e]?.[0]??0));function ks(n,e){let t=D(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=de(t).indexOf(t.movers[0]??-1),{x:r,y:s}=ve(Z(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function Ns({
names:n,texts:e},t,o){let r=s=>{let i=M(s,no);return`${Math.abs(Number(s.toPrecision(no))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Rs=".gdviz-track input, .st-key-eta input",Ts=".gdviz-play",Ps="[data-testid=stPopoverBody]",nt=class{#e=x("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(oo("rate",e.to_rate,Rs),oo("player",e.to_player,
Ts)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${Ps} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function oo(n,e,t){let o=x("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function ro(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var As={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Os="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",$s="[role=combobox][aria-expanded=false]",Ls=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function so(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(Os)&&!(o($s)&&Ls.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&Cs(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=As[n.key];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function Cs(n){let e=n.closest(".gdviz-table")??
n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function io(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(x("strong",{textContent:e}),x("p",{textContent:t}),x("p",{textContent:o,
role:"status"}))}var Vt=["aria-label","placeholder"],zs=Vt.map(n=>`[${n}]`).join(),ao="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",Hs=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function lo(n,e){for(let[t,o]of Hs){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var co=new WeakMap,
ot=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...Vt]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([o,r])=>this.#e[o]===r);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(zs)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(ao)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(ao)&&uo(
e.data,lo(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of Vt){let o=e.getAttribute(t);if(o===null)continue;let[r,s]=co.get(e)??[],i=r!==void 0&&o===s?r:o,a=lo(
i,this.#e);a===i&&o===i||(co.set(e,[i,a]),uo(o,a,l=>{e.setAttribute(t,l)}))}}};function uo(n,e,t){n!==e&&t(e)}function ho({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function po(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function rt(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function yo(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var mo=".js-plotly-plot, [data-gdviz]";function fo(n){let e=o=>o instanceof HTMLElement&&
(o.matches(mo)||o.querySelector(mo)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var Ws=["first","back","next","last","sound"],st=n=>C(n.run,n.run.player.position,$(n)),it=class{constructor(e,t){this.root=e;this.controls=t;this.#e=A(e,".gdvi\
z-scrub"),this.#t=A(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
$e(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#l(t),this.#e.max=String(P(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",st(e)),this.#t.value=String(e.speed),A(this.root,".gdviz-statu\
s").textContent=C(t,t.player.status,$(e)),r||(A(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=P(e)===0,fe(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===P(e),
this.#a("last").disabled=o===Y(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of le(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<P(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=r&&o===P(e)?t.player.
verdict:"";return[a,st(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===P(e)&&!ye("worked")?t.player.verdict:"",i=A(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return A(this.root,`[data-do="${e}"]`)}#l(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of Ws)fe(this.#a(r),t[r]);fe(this.#e,t.scrub),fe(this.#t,t.speed);let o=A(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=C(e,t.status,O(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var Vs=.13,_s=150,at=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&Se(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let c=x("output",{textContent:`\
η = ${M(t)}`}),d=x("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:M(t),disabled:l});d.value=String(o.indexOf(t));let u=()=>o[Number(
d.value)]??t;d.oninput=()=>{this.#n=!0,c.textContent=`η = ${M(u())}`,d.ariaValueText=M(u()),this.move(u())},d.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.choose(u())},_s)},$e(d);let m=x("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[b,v,E]of r){let w=x("span",{className:`\
gdviz-${b}`});Object.assign(w.style,{left:_t(v),width:_t(E-v)}),m.append(w)}let p=x("div",{className:"gdviz-ticks",ariaHidden:"true"}),[h=0,f=1]=s.map(([,b])=>b);
for(let[b,[v,E]]of s.entries()){let w=s.length<2||f-h>Vs?"":b?"gdviz-after":"gdviz-before",R=x("small",{textContent:v,className:w});R.style.left=_t(E),p.append(
R)}let g=()=>{this.choose(t)},y=x("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});return[x("\
div",{className:"gdviz-rate-name"},x("span",{textContent:e}),...i?[y]:[],c),x("div",{className:"gdviz-track"},m,d),p]}},_t=n=>`${(100*n).toFixed(2)}%`;var Is=7;function go(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=$(n);if(!t?.eta||!r||r===t.eta||s===0||!Gs(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>Is?null:{schedule:i.join(","),eta:r}}var bo=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,Fs=new Set(["eta","schedule","step"]);function Gs(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!Fs.has(r)));return t(n)===t(e)}var js=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function lt(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await Ds(n)}).click()}async function Ds(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let d=getComputedStyle(l),u=r[c]?.style;if(u)for(let m of js)u[m]=d[m]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var qs=["linear","log"],ct=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=qs.map(s=>x("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),A(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(x("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var Bs=6,Ks=400,Us={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},Ys={eta:"η",w:"W"},dt=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?x("strong",{textContent:e}):e}#s(e,t,o){let r=x("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:Ys[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/Bs);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=Us[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},Ks))},r}};var Js=110,Zs=4,Qs=.01,Xs=.16,ei=.8;function ti(n){let e=Math.log10(Math.abs(n)/Qs);return Js*2**Math.max(0,Math.min(e,Zs))}function ni(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:ti(n),wave:o,side:ei*t,after:0,seconds:Xs}}var oi={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function ri(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===P(n)?oi[e.end]:[];return[ni(t,e.sided),...o??[]]}var si=.2,ii=.06,ai=.01,ut=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of ri(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+s,a.currentTime+s+i],[d,u,m]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];d.type=o,d.frequency.setValueAtTime(e,l),t&&d.frequency.exponentialRampToValueAtTime(t,c),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?ii:si,l+ai),u.gain.linearRampToValueAtTime(0,c),m.pan.setValueAtTime(r,l),d.connect(u).connect(
m).connect(a.destination),d.start(l),d.stop(c)}};function xo(n,e){let{run:t,seen:o}=e,r=Se(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of le(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var ie=28,wo=2,li=({run:n},e)=>n.table?.shown?O(n.steps,e):e,mt=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?P(t)+1:r+1));let s=A(e,".gdviz-rows"),i=(o.shown?t.frame:$(t))*ie;(i<s.scrollTop||i+
ie>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),vo(s,o,t)}#o(e,t,o){let r=So(t.columns.map(([c])=>c),"columnheader");r.classList.add("gdviz-hea\
d");let s=x("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&
vo(s,this.#n.run.table,this.#n)};let i=x("div",{className:"gdviz-spacer"});i.style.height=`${o*ie}px`,s.append(i);let a=x("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},r,s),l=t.columns.map(([c,d])=>di(this.#n?.run,c,d));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,d)=>c+d,0)}ch`),a.style.setProperty("--row",`${ie}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},ci=13;function di(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:ci):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function vo(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/ie)-wo),s=o.predict?O(o.steps,Y(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/ie)+3*wo),l=[];for(let c=r;c<a;c++){let d=li(t,c),u=d===s&&J(t),m=e.columns.map(([,h])=>h==="step"?String(
d):u&&h.startsWith("dW")?"":C(o,`{${h}}`,d).replaceAll(" × ","×")),p=So(m,"cell");p.style.top=`${c*ie}px`,p.setAttribute("aria-rowindex",String(c+2)),d===$(t)&&
p.setAttribute("aria-current","step"),l.push(p)}for(let c of le(n,".gdviz-spacer"))c.replaceChildren(...l)}function So(n,e){return x("div",{className:"gdviz-row",
role:"row"},...n.map(t=>x("span",{role:e,textContent:t})))}var Eo=[1,.95,.9,.85,.8,.75],ht=class{#e=null;#t="";#n=[];#o=0;show(e,t){let{run:o,frame:r,known:s,outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&
r===s,c=O(o.steps,l?r-1:r),d=c>=o.last,u=J(t)&&!l;this.#r(e,o,a);let m=d||u?a.last:a.rows,p=Mo(a,m,m.map(([f,g])=>[C(o,f,c),C(o,g,c)]));p.style.minHeight=`${this.#o}\
px`,[...p.children].forEach((f,g)=>{f.style.minHeight=`${this.#n[g]??0}px`});let h=x("p",{className:"gdviz-end-here",textContent:o.player.verdict});d&&t.seen&&a.
last.length<a.rows.length&&p.append(h),e.replaceChildren(x("h2",{textContent:C(o,d?a.end:a.title,c)}),p)}#r(e,t,o){let r=ui(e),s=`${e.clientWidth} ${r?.clientHeight??
0} ${hi()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(p=>p<t.last),a=p=>i.map(h=>C(t,p,h)).reduce((h,f)=>f.length>h.length?
f:h,""),l=o.rows.map(([p,h])=>[a(p),a(h)]),c=Mo(o,o.rows,l);e.replaceChildren(x("h2",{textContent:a(o.title)}),c);let d=(p,h)=>(e.style.setProperty("--size",String(
p)),c.getBoundingClientRect().bottom<=h),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,m=r?u-mi(e,r):1/0;Eo.some(p=>d(p,m))||Eo.some(p=>d(p,u)),
this.#n=[...c.children].map(p=>p.getBoundingClientRect().height),this.#o=c.getBoundingClientRect().height}};function ui(n){let e=n.closest(".st-key-side");return e&&
getComputedStyle(e).overflowY==="auto"?e:null}function mi(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(r=>r.contains(n))+1).reduce((r,s)=>r+(parseFloat(
getComputedStyle(s).minHeight)||0),0)}var hi=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function Mo({columns:n=1,rows:e},t,o){let r=x("dl"),
s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>1&&r.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[
l="",c=""]=o[a]??[],d=x("div",{hidden:!l},x("dt",{textContent:l}),x("dd",{},...pi(c)));i&&d.style.setProperty("--mark",i),d.classList.toggle("gdviz-marked",i!==
void 0),d.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(d)}),r}function pi(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%2?x("i",{textContent:e}):
e)}var ko={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},pt=class{constructor(e,t,o,r){this.store=t;
this.renderer=o;this.tell=r;this.#t=new De(t,this,ko),this.#n=new it(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#s=new ct(i=>{t.choose(
i)}),this.#a=new Ke(i=>{this.tell("weight",i)}),this.#l=new at(i=>{this.#d.tryRate(i)},i=>{St("eta",i)}),this.#c=new Qe(i=>{t.moveRing(i)}),this.#d=new tt(i=>{this.#A(
i)}),this.#i=new dt({eta:this.#l,w:this.#d}),this.#u=new Ze(A(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#P(t.state);a&&this.#m.play(a,i,ko.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#c.focus()}}),this.#p=new Be(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#y=new Ge(t,i=>{this.tell("shown",i)}),this.#x=[t.subscribe(this.#$),nn(this.#N),Oe(()=>{this.#l.forget(),this.#E()}),rt(document,"keydown",i=>{
!this.#h.takesKey(i)&&e.isConnected&&t.state&&so(i,this)},!0),rt(document,"click",ho),rt(document,"keydown",po,!0),yo(this.#E),fo(this.#E)];let s=t.state;this.#N(),
t.state&&t.state===s&&this.#R(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#o=new ht;#r=new mt;#s;#i;#a;#l;#u;#d;#c;#m=new Ye;#y;#h=new nt;#b=new ot;#p;#f=new ut;#x;#g=null;#w=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#x)t();this.#m.clear();let e=[this.#n,this.#l,this.#d,this.#i,this.#c,this.#y,this.#h,this.#b,this.#p,this.#f];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():J(t)?this.#k():this.#t.play()},next:()=>{J(t)?this.#k():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(P(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#O(t)},home:()=>{this.tell("panel",{tool:"home",step:$(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:$(t)})},look:()=>{this.tell("panel",{tool:"look",step:$(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
F(t)==="step"?(this.#u.submit(),!0):this.#c.takesKey(e)}#k(){this.store.ask(),this.#c.focus()}async#O(e){let t=`gdviz-${$(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=ye("graph")?.querySelector("svg");r&&await lt(r,t)}}#N=()=>{let e=pe(),t=e===null?null:this.store.receive(e);if(!t)return;let o=this.#g;
if(this.#g=null,o&&bo(t,o)){this.store.resume(t),this.#t.play();return}this.#g=go(this.store.state,t),this.#g?(this.store.pause(),St("schedule",this.#g.schedule)):
this.store.load(t)};#$=(e,t)=>{this.#f.show(e,t),t&&yi(e,t)?(this.#u.show(e),this.#v(e)):this.#R(e)};#R(e){let t=D(e).map(async o=>this.#S(o.chart)?.show(Z(e,o)));
this.#w=Promise.all(t),this.#w.then(this.#M),this.#T(e),this.#y.show(e)}#T(e){let{run:t,frame:o}=e;this.#n.show(e),this.#h.show(t),this.#b.show(t),this.#p.show(
t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",st(e)).trim();for(let{chart:i}of D(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);Q("worked",i=>{this.#o.show(i,e)}),Q("table",i=>{this.#r.show(i,e)}),Q("scale",i=>{this.#s.show(i,e)}),Q("rate",i=>{this.#l.
show(i,e)}),Q("graph",i=>{t.graph&&this.#a.show(i,t.graph,o,C(t,t.player.graph??"",$(e)))}),Q("story",i=>{t.story&&this.#i.show(i,t.story)}),Q("summary",i=>{xo(
i,e)}),Q("mission",i=>{t.mission&&io(i,t.mission)}),this.#u.show(e),this.#v(e)}#v(e){let t=this.#P(e);this.#c.show(e,t),this.#d.show(e,t),F(e)!=="outcome"&&this.#m.
clear()}#P(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.isThere()?o:null}#S(e){let t=this.#e.get(e),o=this.renderer.find(
e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.renderer.mount(o,{onStart:s=>{this.#A(s)},onTap:s=>{this.
tell("tap",s)},onRedraw:s=>{this.#L(e,s)}});return this.#e.set(e,r),r}#A(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("start",e)}#L(e,t){let{
state:o}=this.store;if(!o)return;let r=D(o).find(({chart:s})=>s===e);t&&r&&this.#S(e)?.show(Z(o,r)).then(this.#M),this.#v(o)}#E=()=>{let{state:e}=this.store;if(!e)
return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());for(let o of D(e)){let r=this.#S(o.chart);r&&!t.has(r)&&
r.show(Z(e,o)).then(this.#M)}this.#T(e)};#M=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(o)?.element.dataset.step;e&&(this.#n.markDrawn(D(e).every(({chart:o})=>t(
o))),e.playing||ro())};async settle(){await this.#w}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:o}=t,r=D(t).map(async s=>this.#e.get(s.chart)?.
animate(Z(t,s,o),Z(t,s,o+1),e));await Promise.all(r)}},Q=(n,e)=>{let t=ye(n);t&&e(t)},yi=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var No="gdviz-tally";function Ro(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(No)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function To(n){try{n.count&&sessionStorage.setItem(No,JSON.stringify(n))}catch{}}var yt=new Fe;yt.tally=Ro();yt.subscribe(({tally:n},e)=>{e&&n!==e.tally&&To(n)});var Po=[],ke=null,Ao=n=>({parentElement:e,setTriggerValue:t})=>Pe(Po,{place:A(e,
".gdviz-player"),tell:t},()=>{fi(n)});function fi(n){let e=Ae(Po);if(ke&&ke.panel===e){ke.player.tell=e.tell;return}ke?.player.destroy(),ke=e?{panel:e,player:new pt(
e.place,yt,n(yt),e.tell)}:null}var ft=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function $o(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(h=>h.flatMap(n.wordsOf)),i=o.filter(h=>!r.includes(h)&&!s.includes(h));for(let h of o)h.
style.translate&&(h.style.translate=""),h.style.visibility&&(h.style.visibility="");let a=It(n.edge),l=r.length+s.length>0,c=h=>l?h.map(It).filter(Oo):[],d=c(n.
marks),u=[...d.filter(({left:h,right:f})=>f-h>=12),...c(n.labels)],m=new Map(o.map(h=>[h,It(h)])),p=(h,f)=>{let g=m.get(h);if(!g||!Oo(g))return;let y=f(g);y?((y[0]||
y[1])&&(h.style.translate=`${y[0]}px ${y[1]}px`),u.push(Ft(g,y))):h.style.visibility="hidden"};for(let h of i)p(h,f=>jt(f,a));for(let h of r)p(h,f=>gi(f,u,a));for(let h of s)
p(h,f=>[...u,...d].some(g=>Gt(f,g,0))?null:[0,0])}var It=n=>n.getBoundingClientRect(),Oo=({left:n,right:e})=>e>n,Ft=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),Gt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function jt({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,c)=>Math.max(l-i,0)||Math.min(c-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function gi(n,e,t){let o=jt(
n,t),r=Ft(n,o),s=e.filter(u=>Gt(r,u,1.5));if(!s.length)return o;let i=u=>s.map(m=>m[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,m])=>Math.abs(u)+Math.abs(m),c=u=>{let m=Ft(r,u);return l(jt(m,t))===
0&&!e.some(p=>Gt(m,p,1.5))},[d]=a.filter(u=>l(u)<=48&&c(u)).sort((u,m)=>l(u)-l(m));return d?[o[0]+d[0],o[1]+d[1]]:null}var bi={x:80,y:40},Ne=class{constructor(e,t,o,r){this.way=e;this.layout=t;this.range=o;this.extent=r}way;layout;range;extent;get isLog(){return this.layout.type===
"log"}pixelOf(e){let[t,o]=this.range,r=((this.isLog?Math.log10(e):e)-t)/(o-t),{start:s,length:i}=this.extent;return s+i*(this.way==="x"?r:1-r)}valueAt(e){let[t,
o]=this.range,r=(e-this.extent.start)/this.extent.length;return t+(o-t)*(this.way==="x"?r:1-r)}ticks(){let[e,t]=this.range,o=this.layout.nticks??xi(this.extent.
length/bi[this.way],4,9)+1;if(!this.isLog){let{tickmode:i,dtick:a=1}=this.layout;return Lo(Dt(e,t,i==="linear"?a:Co((t-e)/o)))}if(t-e>=1)return Dt(e,t,Math.max(
1,Math.ceil((t-e)/o))).map(a=>({value:a,text:Wo(10**a,Math.abs(a)>Ho)}));let[r,s]=[10**e,10**t];return Lo(Dt(r,s,Co((s-r)/o))).map(({value:i,text:a})=>({value:Math.
log10(i),text:a}))}},Ho=3;function Lo(n){let e=Math.max(...n.map(Math.abs));return n.map(t=>({value:t,text:Wo(t,Math.abs(Math.floor(Math.log10(e)))>Ho)}))}function Wo(n,e){
if(!n||!e)return M(n).replaceAll(" × ","×");let t=Math.floor(Math.log10(Math.abs(n))+1e-9);return`${M(n/10**t)}×10${ge(t)}`.replace(/^1×/,"")}var xi=(n,e,t)=>Math.
max(e,Math.min(n,t));function Co(n){let e=10**Math.floor(Math.log10(n));return e*([2,5].find(t=>t*e>=n)??10)}function Dt(n,e,t){let[o,r]=[Math.ceil(n/t-1e-6),Math.
floor(e/t+1e-6)],s=Math.max(0,Math.min(r-o+1,100));return Array.from({length:s},(i,a)=>Number(((o+a)*t).toPrecision(12)))}function Vo(n,e,t,o){let[r=0,s=1]=n.domain??
[],[i=0,a=1]=e.domain??[],l={start:o.left+r*o.width,length:(s-r)*o.width},c={start:o.top+(1-a)*o.height,length:(a-i)*o.height};if(!e.scaleanchor)return[l,c];let[
d=1,u=1]=t.map(([p=0,h=1])=>h-p),m=Math.min(l.length/d,c.length/u);return[zo(l,m*d),zo(c,m*u)]}var zo=({start:n,length:e},t)=>({start:n+(e-t)/2,length:t});function Re(n){if(!n)return[];if(!("bdata"in n))return n;let e=Uint8Array.from(atob(n.bdata),t=>t.charCodeAt(0));return[...wi(n.dtype,e.buffer)]}function wi(n,e){
switch(n){case"f8":return new Float64Array(e);case"i1":return new Int8Array(e);case"i2":return new Int16Array(e);case"i4":return new Int32Array(e);default:throw new Error(
`numbers of an unknown type ${n}`)}}var _o=1e5,Te=([n,e])=>Number.isFinite(n)&&Number.isFinite(e),Go=([n,e])=>`${gt(n)},${gt(e)}`,gt=n=>Math.round(1e3*Math.max(-_o,Math.min(n,_o)))/1e3;function vi(n){
let e=!1;return n.map(t=>{let o=e;return e=Te(t),e?`${o?"L":"M"}${Go(t)}`:""}).join("")}var X=2/Math.sqrt(3),Si={circle:n=>`M${n},0A${n},${n} 0 1,1 0,${-n}A${n}\
,${n} 0 0,1 ${n},0Z`,square:n=>`M${n},${n}H${-n}V${-n}H${n}Z`,diamond:n=>`M${1.3*n},0L0,${1.3*n}L${-1.3*n},0L0,${-1.3*n}Z`,cross:n=>{let[e,t]=[1.2*n,.4*n];return`\
M${e},${t}H${t}V${e}H${-t}V${t}H${-e}V${-t}H${-t}V${-e}H${t}V${-t}H${e}Z`},x:n=>{let e=.8*n/Math.SQRT2;return`M0,${e}l${e},${e}l${e},${-e}l${-e},${-e}l${e},${-e}\
l${-e},${-e}l${-e},${e}l${-e},${-e}l${-e},${e}l${e},${e}l${-e},${e}l${e},${e}Z`},"triangle-up":n=>`M${-X*n},${n/2}H${X*n}L0,${-n}Z`,"triangle-down":n=>`M${-X*n}\
,${-n/2}H${X*n}L0,${n}Z`,"triangle-left":n=>`M${n/2},${-X*n}V${X*n}L${-n},0Z`,"triangle-right":n=>`M${-n/2},${-X*n}V${X*n}L${n},0Z`,star:n=>`M${Array.from({length:10},
(t,o)=>{let[r,s]=[(2*o-5)*Math.PI/10,1.4*n*(o%2?.382:1)];return`${s*Math.cos(r)},${s*Math.sin(r)}`}).join("L")}Z`},Io="-open",bt=class{constructor(e){this.trace=
e;let{mode:t="lines",line:o,fill:r,fillcolor:s,opacity:i}=e;this.#e=t.includes("lines")?N("path","js-line",{fill:r?s??"none":"none",stroke:o?.color??"none","str\
oke-width":o?.width??2,"stroke-linejoin":"round",...o?.dash==="dot"&&{"stroke-dasharray":`${Math.max(3,o.width)}`}}):null,this.#e&&this.group.append(this.#e),t.
includes("markers")&&this.group.append(this.#t),t.includes("text")&&this.group.append(this.#n),i!==void 0&&this.group.setAttribute("opacity",String(i))}trace;group=N(
"g","trace",{});#e;#t=N("g","points",{});#n=N("g","textpoint",{});put(e,t){this.#e?.setAttribute("d",vi(e)),this.#t.parentNode&&this.#o(e),this.#n.parentNode&&this.#s(
e,t)}#o(e){let t=Fo(this.#t,e.length,o=>this.#r(o));e.forEach((o,r)=>{let s=t[r];s&&(s.style.display=Te(o)?"":"none",Te(o)&&s.setAttribute("transform",`translat\
e(${Go(o)})`))})}#r(e){let{symbol:t="circle",size:o=6,opacity:r=1,line:s}=this.trace.marker??{},i=this.trace.marker?.color??this.trace.line?.color??"none",a=t.endsWith(
Io),l=Si[t.replace(Io,"")];if(!l)throw new Error(`no mark ${t}`);let c=typeof o=="number"?o:Re(o)[e]??0;return N("path","point",{d:l(c/2),fill:a?"none":i,stroke:a?
i:s?.color??"none","stroke-width":s?.width??(a?1:0),opacity:r})}#s(e,t){let o=Fo(this.#n,e.length,()=>this.#i());e.forEach((r,s)=>{let i=o[s];if(!i)return;let a=t?.[s];
if(a!==void 0&&i.textContent!==a&&(i.textContent=a),i.style.display=Te(r)?"":"none",!Te(r))return;let[l,c]=r;i.setAttribute("x",String(gt(l))),i.setAttribute("y",
String(gt(c)+this.#a()))})}#i(){let{textfont:e,textposition:t="middle center"}=this.trace,o=t.endsWith("left")?"end":t.endsWith("right")?"start":"middle";return N(
"text","",{"text-anchor":o,fill:e?.color??"","font-size":e?.size??12})}#a(){let{textfont:e,textposition:t="middle center"}=this.trace,o=e?.size??12,[r]=t.split(
" ");return o*(r==="top"?-.25:r==="bottom"?.75:.25)}};function Fo(n,e,t){for(;n.childElementCount>e;)n.lastElementChild?.remove();for(;n.childElementCount<e;)n.
append(t(n.childElementCount));return Array.from(n.children)}var ki=0,xt=class{constructor(e){this.figure=e;this.layout=e.layout,this.marks=e.data.map(t=>new bt(t)),this.#e=e.data.map(({x:t,y:o,text:r})=>({x:Re(t),y:Re(o),
...typeof r=="object"&&{text:r}})),this.marks.forEach(({trace:t,group:o},r)=>{let s=t.xaxis==="x2";t.cliponaxis!==!1&&o.setAttribute("clip-path",`url(#${this.#n}\
-${s?2:1})`),this.#r[s?1:0].append(o),o.setAttribute("data-trace",String(r))}),this.svg.append(this.#o,...this.#r,this.#s),this.box.append(this.svg)}figure;svg=N(
"svg","gdviz-drawing",{"aria-hidden":"true"});box=x("div",{className:"gdviz-chart"});marks;layout;#e;#t=null;#n=`gdviz-clip-${++ki}`;#o=N("g","ground",{});#r=[N(
"g","scatterlayer",{}),N("g","scatterlayer",{})];#s=N("g","labels",{});#i=null;axes(e=!1){let t=e?this.#t?.second:this.#t?.first;if(!t)throw new Error("the char\
t is not drawn");return t}places(e){return this.#e[e]??{}}get height(){let e=this.box.parentElement?.clientHeight??0;return e>0?e:this.layout.height}draw(){let e=this.
box.clientWidth,t=this.height;this.svg.setAttribute("viewBox",`0 0 ${e} ${t}`);for(let[o,r]of Object.entries({width:e,height:t}))this.svg.setAttribute(o,String(
r));this.svg.style.setProperty("--gdviz-paper",this.layout.paper_bgcolor),this.#t=this.#l(e),this.#u(),this.#m(),this.marks.forEach((o,r)=>{this.#a(r)})}change(e){
this.layout=Object.entries(e).reduce((t,[o,r])=>Do(t,o.split("."),r),this.layout)}set(e,t){this.#e[e]={...this.places(e),...t},this.#a(e)}pixelsOf(e,{x:t=[],y:o=[]}){
let[r,s]=this.axes(this.figure.data[e]?.xaxis==="x2");return t.map((i,a)=>[jo(r,i),jo(s,o[a]??null)])}move(e,t){this.marks[e]?.put(t)}setPicture(e){this.#i?.setAttribute(
"href",e);let[t]=this.layout.images??[];t&&(this.layout={...this.layout,images:[{...t,source:e}]})}labels(){return[this.#t?.first[1],this.#t?.second?.[1]].flatMap(
t=>t&&t.layout.visible!==!1?t.ticks().map(({text:o})=>o):[])}roomFor(e){return(this.layout.yaxis.tickfont?.size??0)*(2.8+.58*e)}#a(e){let t=this.places(e);this.
marks[e]?.put(this.pixelsOf(e,t),t.text)}#l(e){let{l:t,r:o,t:r,b:s}=this.layout.margin,[i,a,l,c]=[t,o,r,s].map(Math.round),d=new DOMRect(i,l,Math.max(e-i-a,1),Math.
max(this.height-l-c,1)),u=(g,y)=>{let[b,v]=[g.range??[0,1],y.range??[0,1]],[E,w]=Vo(g,y,[b,v],d);return[new Ne("x",g,b,E),new Ne("y",y,v,w)]},{xaxis:m,yaxis:p,xaxis2:h,
yaxis2:f}=this.layout;return{first:u(m,p),second:h&&f?u(h,f):null}}#u(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],t=e.map(([r,s],i)=>{let a=N("\
clipPath","",{id:`${this.#n}-${i+1}`});return a.append(N("rect","",{x:r.extent.start,y:s.extent.start,width:r.extent.length,height:s.extent.length})),a}),o=N("g",
"",{"clip-path":`url(#${this.#n}-1)`});this.#i=this.#c(),this.#i&&o.append(this.#i),o.append(...(this.layout.shapes??[]).map(r=>this.#d(r))),this.#o.replaceChildren(
...t,o,...e.flatMap(Ni))}#d({path:e,fillcolor:t="none",line:o}){let[r,s]=this.axes(),i=e.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g,(a,l,c)=>[r.pixelOf(Number(l)),s.pixelOf(
Number(c))].map(d=>d.toFixed(2)).join(","));return N("path","",{d:i,fill:t,"fill-rule":"evenodd",stroke:o?.color??"none","stroke-width":o?.width??0})}#c(){let[e]=this.
layout.images??[];if(!e)return null;let[t,o]=this.axes(),[r,s]=[t.pixelOf(e.x),o.pixelOf(e.y)],[i,a]=[t.pixelOf(e.x+e.sizex),o.pixelOf(e.y-e.sizey)],l={x:r,y:s,
width:i-r,height:a-s};return N("image","",{href:e.source,preserveAspectRatio:"none",...l})}#m(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],{layout:t,
height:o}=this,r=(s,i)=>Ti(s,i,t,o);this.#s.replaceChildren(...e.flatMap(([s,i])=>[...r(s,i),...r(i,s)]))}},jo=(n,e)=>e===null?NaN:n.pixelOf(e);function Do(n,[e="",
...t],o){let r=n[e]??{};return{...n,[e]:t.length?Do(r,t,o):o}}function Ni([n,e]){let t=(o,r)=>{if(o.layout.visible===!1||o.layout.showgrid===!1)return[];let{start:s,
length:i}=r.extent;return o.ticks().map(({value:a})=>{let l=qo(o,a),c=o.way==="x"?{x1:l,x2:l,y1:s,y2:s+i}:{y1:l,y2:l,x1:s,x2:s+i};return N("line","grid",{...c,stroke:o.
layout.gridcolor??"none"})})};return[...t(n,e),...t(e,n)]}var qo=(n,e)=>n.pixelOf(n.isLog?10**e:e),qt=3,Ri=.36;function Ti(n,e,{font:t,margin:o},r){let{layout:s,
extent:i,way:a}=n;if(s.visible===!1)return[];let l=s.tickfont?.size??12,[c,d]=[e.extent.start+e.extent.length,i.start+i.length/2],u=e.extent.start,m=n.ticks().map(
({value:f,text:g})=>{let y=qo(n,f),b=a==="x"?{x:y,y:c+qt+l}:{x:u-qt,y:y+Ri*l},v=N("text",`${a}tick`,{...b,"text-anchor":a==="x"?"middle":"end","font-size":l});return v.
textContent=g,v}),{text:p="",font:h}=s.title??{};if(p){let f=h?.size??l,g=a==="x"?{x:d,y:Math.min(c+qt+2.4*l+f/2,r-.4*f)}:{transform:`translate(${f+(u-o.l)}, ${d}\
) rotate(-90)`},y=N("text",`${a}title`,{...g,"text-anchor":"middle","font-size":f});y.textContent=p,m.push(y)}for(let f of m)f.setAttribute("fill",t.color);return m}var wt=class{#e=new Map;constructor(e){for(let[t,o]of Object.entries(e)){let r=this.find(t);if(!r)continue;let s=new xt(o);r.replaceChildren(s.box),s.draw(),this.#e.
set(r,s)}}find(e){return document.querySelector(`.st-key-${e} > div`)}mount(e,t){let o=this.#e.get(e);if(!o)throw new Error("no figure was drawn there");return new Bt(
e,t,o)}},Bt=class{constructor(e,t,o){this.element=e;this.listener=t;this.#e=o,e.setAttribute("role","figure");let r=()=>`${e.clientWidth} ${e.clientHeight}`,s=r();
this.#o=new ResizeObserver(()=>{r()!==s&&(s=r(),this.#e.draw(),this.#r&&this.#d(this.#r),t.onRedraw(!1))}),this.#o.observe(e),e.addEventListener("click",this.#m,
{signal:this.#n.signal})}element;listener;#e;#t=new ft;#n=new AbortController;#o;#r=null;#s=!1;isThere(){return this.element.isConnected}destroy(){this.stop(),this.#o.
disconnect(),this.#n.abort()}stop(){this.#t.end(),this.#s=!1}show(e){return this.#i(e)||(this.#t.take(),this.#a(e)),Promise.resolve()}async animate(e,t,o){if(!this.#i(
e))return;let r=this.#t.take();this.#s=!1;let{scene:s,frame:i}=e;for(let{data:l,traces:c,share:d}of _n(e))if(!await this.#c(r,l,c,o*d))return;let a=s.glides?.[i];
a!==void 0&&!await this.#c(r,ve(t),de(s),o*a)||In(e)&&this.#a(t)}#i({scene:e,frame:t,known:o}){let r=this.#r;return this.#s&&r?.scene===e&&r.frame===t&&r.known===
o}#a(e){let t=this.#r,{scene:o,frame:r,known:s,run:i}=e;(t?.scene!==o||t.known!==s)&&this.#l(e),this.#u(e);let a=o.pictures?.[r];a&&this.#e.setPicture(a);let l=ve(
e);de(o).forEach((c,d)=>{this.#e.set(c,l[d]??{})}),this.#r=e,this.#s=!0,this.#d(e),this.element.dataset.step=String(i.steps[r])}#l(e){if(!e.scene.fixed)return;let{
lines:t,layout:o}=Fn(e);this.#e.change(o),this.#e.draw();let r=this.#e.roomFor(Math.max(0,...this.#e.labels().map(s=>s.length)));r!==this.#e.layout.margin.l&&(this.#e.
change({"margin.l":r}),this.#e.draw());for(let{trace:s,x:i,y:a}of t)this.#e.set(s,{x:i,y:a})}#u(e){let t=Gn(e);if(!t||String(this.ranges())===String(t.slice(0,4)))
return;let[o,r,s,i,a=0]=t,l=this.#e.roomFor(a);this.#e.change({"xaxis.range":[o,r],"yaxis.range":[s,i],"margin.l":l}),this.#e.draw()}#d({scene:e,frame:t}){for(let i of e.
fixed?.lines??[]){let[a]=Ie(i,t),{x:l=[],y:c=[]}=this.#e.places(i.trace),d=l.filter(u=>u!==null&&u<=(a??-1/0));this.#e.move(i.trace,this.#e.pixelsOf(i.trace,{x:d,
y:c})),this.#e.marks[i.trace]?.group.toggleAttribute("data-cut",d.length<l.length)}let{svg:o,marks:r}=this.#e,s=i=>Array.from(o.querySelectorAll(i));$o({edge:this.
element,wordsOf:i=>Array.from(r[i]?.group.querySelectorAll("text")??[]),words:s(".textpoint text"),marks:s(".points path"),labels:s(".labels text")},e.asides??[],
e.yields??[])}async#c(e,t,o,r){let i=o.map((l,c)=>{let d={...this.#e.places(l),...t[c]},[u,m]=[this.#e.places(l),d].map(p=>this.#e.pixelsOf(l,p));return{trace:l,
places:d,from:u??[],to:m??[],moves:!!t[c]?.x}}).filter(({moves:l})=>l),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);if(!this.#t.
holds(e))return!1;l=Math.max(0,Math.min((c-a)/Math.max(r,1),1));for(let{trace:d,from:u,to:m}of i)this.#e.move(d,m.map((p,h)=>Pi(u[h]??p,p,l)))}for(let{trace:l,places:c}of i)
this.#e.set(l,c);return!0}get overlay(){return this.#e.box}ranges(){let[e,t]=this.#e.axes();return[e.range,t.range]}placeAt(e,t){let{left:o,top:r}=this.#e.svg.getBoundingClientRect(),
[s,i]=this.#e.axes();return[s.valueAt(e-o),i.valueAt(t-r)]}pixelsOf(e,t){let[o,r]=this.#e.axes();return[o.pixelOf(e),r.pixelOf(t)]}heightAt(e){let{x:t=[],y:o=[]}=this.#e.
places(0),r=t.findIndex(m=>m!==null&&m>=e),[s,i]=[Math.max(r-1,0),r<0?t.length-1:r],[a,l,c,d]=[t[s]??NaN,t[i]??NaN,o[s]??NaN,o[i]??NaN],u=l>a?Math.min(Math.max(
(e-a)/(l-a),0),1):0;return c+u*(d-c)}#m=({clientX:e,clientY:t})=>{let{grid:o,taps:r,clickable:s}=this.#r?.scene??{},i=this.placeAt(e,t);if(!this.ranges().every(
([c,d],u)=>c<=(i[u]??NaN)&&(i[u]??NaN)<=d))return;let l=c=>i.map((d,u)=>Number((Math.round(d/(c[u]??1))*(c[u]??1)).toFixed(6)));if(o)this.listener.onStart(l(o));else if(r)
this.listener.onTap(l(r));else if(s){let c=(this.#e.places(0).x??[]).filter(d=>d!==null);this.listener.onStart([c.reduce((d,u)=>Math.abs(u-i[0])<Math.abs(d-i[0])?
u:d)])}};fade(e){if(this.#r)for(let t of de(this.#r.scene)){let o=this.#e.marks[t]?.group;o&&(o.style.opacity=e?"0.15":"")}}async save(e){await lt(this.#e.svg,e)}},
Pi=([n,e],[t,o],r)=>r>=1?[t,o]:[n+r*(t-n),e+r*(o-e)];var Yt=n=>A(document,`#gdviz-${n}`).textContent,Ai={eta:"eta",schedule:"schedule",start:"w"};function Uo(n){return n.startsWith("{")?new TextEncoder().encode(n):
Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var vt=()=>JSON.parse(pe()??"{}").link??{},Bo=0;async function Oi(n,e){let t=++Bo,o=document.querySelector("[data-aw\
ay]");try{let r=await fetch(`lesson/run?${new URLSearchParams({...vt(),change:n,to:e}).toString()}`);if(!r.ok)throw new Error(r.statusText);let s=Uo(await r.text());
if(o&&(o.hidden=!0),t!==Bo)return;Jt(s),history.replaceState(null,"",`?${new URLSearchParams(vt()).toString()}`)}catch{o&&(o.hidden=!1),Et()}}var Yo=document.querySelector(
"[data-away]")!==null,Jo=(n,e)=>{let t=Ai[n];t&&Zo(t,String(e))};function Zo(n,e){Yo?Oi(n,e):$i(n,e)}var Kt=null,Ut=null;function $i(n,e){Kt??=JSON.parse(pe()??
"{}");let r={...Ut??On(Kt),...{eta:()=>({rate:Number(e)}),w:()=>({start:e.split(",").map(Number)}),opt:()=>({rule:e})}[n]?.()},s=$n(Kt,r);s?(Ut=r,Jt(new TextEncoder().
encode(JSON.stringify(s)))):Et()}var Jt=n=>{tn(document.body,n,Jo)},Ko=JSON.parse(Yt("dark")),Li=matchMedia("(prefers-color-scheme: dark)").matches,Ci=JSON.parse(
Yt("figures").replace(/"((#|rgb)[^"]*)"/g,(n,e)=>Li&&Ko[e]?`"${Ko[e]}"`:n));for(let n of document.querySelectorAll("a[data-to]"))n.addEventListener("click",()=>{
let e=new URLSearchParams(location.search);n.dataset.lang&&e.set("lang",n.dataset.lang),n.href=`${n.dataset.to??""}?${e.toString()}`});for(let n of document.querySelectorAll(
"select[data-change]")){let e=n.dataset.change??"",t=n.querySelector("[selected]")?.value??"";n.addEventListener("change",()=>{n.dataset.anew===void 0?Zo(e,n.value):
location.search=new URLSearchParams({...vt(),change:e,to:n.value}).toString()});let o=()=>{n.value=Yo?vt()[e]??"":Ut?.rule??t};Oe(o),window.addEventListener("pa\
geshow",()=>{requestAnimationFrame(o)})}Jt(Uo(Yt("run")));Ao(()=>new wt(Ci))({parentElement:document,setTriggerValue:Jo});
