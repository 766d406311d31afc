function Le(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var Ce=n=>n.filter(({place:e})=>e.isConnected).at(-1);function nn(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[on,rn]=["gdviz-run","gdviz-refused"];function sn(n,e,t){return Le(window.gdvizCarriers??=[],{place:n,run:e,change:t},ar)}function ar(){let n=Ce(window.gdvizCarriers??
[]);n&&(window.gdvizChange=n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(on))))}var Nt=(n,e)=>window.gdvizChange?.(n,e);
function ye(){return window.gdvizRun?new TextDecoder().decode(nn(window.gdvizRun)):null}function Rt(){window.dispatchEvent(new Event(rn))}var an=n=>ln(on,n),ze=n=>ln(
rn,n);function ln(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var fe=n=>document.querySelector(`[data-gdviz="${n}"]`),ae=(n,e)=>[...n.querySelectorAll(e)];function O(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function w(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function ge(n,e){n.setAttribute("aria-label",e),n.title=
e}function He(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function q(n,e){let t=Math.abs(n);if(!lr(t,e))return n.toExponential(e-1);let[o="",r=""]=t.toExponential(100).split("e"),s=/^50*$/.test(o.replace(".","").slice(
e)),i=o.slice(0,e>1?e+1:1),a=Number(i.at(-1))%2===0,l=s&&a?`${i}e${r}`:t.toExponential(e-1);return n<0?`-${l}`:l}var lr=(n,e)=>n.toExponential(e+1).charAt(e>1?e+
1:2)==="5";function M(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=q(n,e).split("e"),r=Number(o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.
includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${be(r)}`}var _e=(n,e)=>e>0?M(n,e):"0",be=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷\
⁸⁹"["-0123456789".indexOf(e)]).join(""),xe=n=>M(Number(q(n,2))),G=n=>{let e=n.map(t=>M(t));return e.length===1?e.join():`(${e.join(", ")})`};function Ve(n){
let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,
"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var cn={"+":(n,e)=>n+e,"-":(n,e)=>n-e,"*":(n,e)=>n*e,"/":(n,e)=>n/e,"^":cr,sqrt:Math.sqrt,exp:Math.exp,log:Math.log,sin:Math.sin,cos:Math.cos,tan:Math.tan,tanh:Math.
tanh,abs:Math.abs,sign:Math.sign,sigmoid:n=>1/(1+Math.exp(-n)),step:n=>n>0?1:0,max:(n,e)=>Math.max(n,e),min:(n,e)=>Math.min(n,e)};function cr(n,e){let t=Math.abs(
e);if(!Number.isInteger(e)||t>16)return n**e;let[o,r]=[1,0];for(let s=0;s<t;s+=1){let i=o*n;r=r*n+dr(o,n,i),o=i+r,r-=o-i}return Number.isFinite(o+r)?e<0?1/o:o:e<
0?1/n**t:n**t}function dr(n,e,t){let[[o,r],[s,i]]=[dn(n),dn(e)];return r*i-(t-o*s-r*s-o*i)}function dn(n){let e=134217729*n,t=e-(e-n);return[t,n-t]}var mn=new Set(
["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function V(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;let[o,r,s]=n,i=Object.
hasOwn(cn,o)?cn[o]:void 0;if(!i)return NaN;let a=V(r,e,t),l=s===void 0,c=o==="-"&&l?-a:i(a,l?NaN:V(s,e,t));return t&&mn.has(o)&&!hn(c)?c*(1+t):c}var un=[NaN,0];
function Tt(n,e,t){if(!Array.isArray(n))return[V(n,e),0];let[o,...r]=n,s=r.map(p=>Tt(p,e,t)),i=V(n,e),[[a,l],[c,d]]=[s[0]??un,s[1]??un],u=s.reduce((p,[,f])=>p+f,
0),h=({"*":()=>s.reduce((p,[f,g])=>p+(g?Math.abs(i/f)*g:0),0),"/":()=>(l+Math.abs(i)*d)/Math.abs(c),"^":()=>(l?Math.abs(c*i/a)*l:0)+(d?Math.abs(i*Math.log(Math.
abs(a)))*d:0),sqrt:()=>l?l/(2*i):0,exp:()=>i*l,log:()=>l/Math.abs(a),tan:()=>(1+i*i)*l,sign:()=>0,step:()=>0}[o]??(()=>u))();return[i,h+(mn.has(o)&&!hn(i)?t*Math.
abs(i):0)]}var hn=n=>Math.fround(n)===n;var we=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN])),le=(n,e)=>V(n.value,we(n,e));function We(n,e,t=0){let o=we(n,e);return{weights:e,loss:V(
n.value,o,t),slopes:n.slopes.map(r=>V(r,o,t))}}var te=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){
return this.#e+=1,this.memories=this.memories.map((t,o)=>ur(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function pn(n,e,t,o,r){
let s=new te(e,o,t.length);return Pt(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((c,d)=>c-(l[d]??NaN))})}function Pt(n,e,t,o){let r=[We(n,e)];
for(;r.length<=t;){let s=r.at(-1),i=s&&We(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function ur({lines:n,constants:e},t,o,r,s){
let i={...e,η:t,g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=V(l,i);return i}var j=class{low;high;bottom;top;constructor([e=NaN,t=NaN,o=NaN,r=NaN]){[this.low,this.high,this.bottom,this.top]=[e,t,o,r]}get width(){return this.high-this.low}get height(){
return this.top-this.bottom}shows(e){return this.low<=e&&e<=this.high}holds([e,t]){return this.shows(e)&&this.bottom<=t&&t<=this.top}at([e,t]){return[this.low+e*
this.width,this.bottom+t*this.height]}held([e,t]){let[[o,r],[s,i]]=[this.at([-.2,-.2]),this.at([1.2,1.2])];return[Math.max(o,Math.min(e,s)),Math.max(r,Math.min(
t,i))]}clipped(e,t,o=0){let[r,s]=[this.at([-o,-o]),this.at([1+o,1+o])],[i,a]=[0,1];for(let c of[0,1]){let d=t[c]-e[c],u=[(r[c]-e[c])/d,(s[c]-e[c])/d];if(d!==0)[
i,a]=[Math.max(i,Math.min(...u)),Math.min(a,Math.max(...u))];else if(e[c]<r[c]||e[c]>s[c])return null}let l=c=>[e[0]+c*(t[0]-e[0]),e[1]+c*(t[1]-e[1])];return i<=
a?[l(i),l(a)]:null}},R=(...n)=>n.every(e=>e?.every(Number.isFinite))?n.flatMap(e=>[...e??[]]):[],B=(...n)=>n.filter(t=>t!==null).map(t=>R(...t)).filter(t=>t.length>
0).flatMap((t,o)=>o?[null,null,...t]:t);function ve(n,{traces:e},t,o){let r=new Map(Object.entries(e).map(([s,i])=>[i,s]));return n.tracks.map(s=>{let i=r.get(s.
trace)??"",{trace:a,text:l,grows:c}=s,d=i===o?s.rows.filter(u=>u.length).slice(0,1):[];return{trace:a,rows:t[i]??(d.length?d:[[]]),...l&&{text:l},...c&&{grows:c}}})}var yn=.6,mr=.04,hr=.15,pr=.09,yr=30,fn=.44,fr=1e-6;function gn(n,e,{hand:t,walk:o,steps:r}){let s=new j(e.view),i=r.map(u=>xn(o,u)),a=i.map(u=>({...br(s,e,u),...xr(
s,t,u)})),l=[...new Set(a.flatMap(u=>Object.keys(u)))],c=Object.fromEntries(l.map(u=>[u,a.map(m=>m[u]??[])])),d=r.slice(1).map((u,m)=>{let[h,p]=[r[m]??0,i[m]];return p&&
u===h+1?wr(s,p):vr(s,o,h,u)});return{...n,tracks:ve(n,e,c,"minima_words"),legs:d,axes:gr(n,s)}}function bn({view:n,lens:[e=0,t=0]=[]},{walk:o,steps:r}){let s=new j(
n);return r.flatMap(i=>{let a=xn(o,i);return Ot(s,a)?[[i,fn/Math.abs(a.update)*s.width*(t-e)]]:[]})}var gr=({axes:n},{low:e,high:t,bottom:o,top:r})=>[n?.find(([
s,i])=>s===e&&i===t)??[e,t,o,r,n?.[0]?.[4]??0]];function xn({points:n,updates:e},t){let[o,r]=[n[t],n[t+1]],[s=NaN,i=NaN]=[o?.weights[0],o?.slopes[0]],a=r?e[t]?.[0]??
NaN:NaN;return{w:s,loss:o?.loss??NaN,slope:i,update:a,rise:(r?.loss??NaN)-(o?.loss??NaN)}}var Ie=({w:n,loss:e})=>[n,e],At=({w:n,loss:e,slope:t,update:o})=>[n-o,
e-t*o],wn=({w:n,loss:e,update:t,rise:o})=>[n-t,e+o],Ot=(n,e)=>n.holds(Ie(e))&&Math.abs(e.update)<mr*n.width&&Math.abs(e.slope*e.update)>1e-250;function br(n,{words:[
e=0,t=0]},o){let{w:r,loss:s,slope:i,update:a,rise:l}=o,[c,d,u]=[Ie(o),At(o),wn(o)],m=N=>R(n.at([e,t-pr*N]));if(!n.holds(c)){let N=y=>R(n.at([y,.4]));return{...r<
n.low&&{gone_left:N(.02)},...r>n.high&&{gone_right:N(.98)},gone_words:m(1)}}let h=Math.max(.16*n.width,Number.isFinite(a)?1.15*Math.abs(a):0),p=[[r-h,s-i*h],[r+
h,s+i*h]],f=n.clipped(n.clipped(...p)?.[0]??p[0],n.clipped(...p)?.[1]??p[1],-.07),g={point:R(c),trail:R(c),tangent:B(n.clipped(...p)),...i>0?{slope_left:R(f?.[0]??
null)}:{slope_right:R(f?.[1]??null)}};if(!Number.isFinite(a))return g;let b=[r-a,s],v=n.clipped(c,b);if(Object.assign(g,{triangle:B(v,n.clipped(b,d)),drop:B(n.clipped(
d,u))}),Ot(n,o))return g;let E=Math.abs(a)>hr*n.width;if(v&&E?g.update=R([(v[0][0]+v[1][0])/2,(v[0][1]+v[1][1])/2]):v&&a&&(g[a>0?"update_left":"update_right"]=R(
v[1])),l){let N=l<0?"fell":"rose";n.shows(u[0])&&(g[N]=R(u)),g[`${N}_words`]=m(0)}return g}function xr(n,e,t){if(!Ot(n,t))return{};let{w:o,loss:r,slope:s,update:i,
rise:a}=t,l=fn/Math.abs(i),c=.36/Math.abs(s*i),d=.5+(i>0?.22:-.22),u=(y,S)=>[d+y*l,.62+S*c],m=y=>(y-d)/l,h=Math.abs(i)<fr*n.width,p=Array.from({length:9},(y,S)=>{
let x=m(.04+.92*S/8);return u(x,h?s*x:le(e,[o+x])-r)}),f=([,y])=>y>0&&y<1,[g,b,v]=[u(0,0),u(-i,0),u(-i,-s*i)],E=[v,u(-i,a)],N=([y,S])=>[y,S-.1];return{lens_paper:R(
[0,0],[1,0],[1,1],[0,1],[0,0]),lens_curve:p.flatMap(y=>y[1]>.02&&y[1]<.98?[...y]:[null,null]),lens_tangent:R(...[.04,.96].map(y=>u(m(y),s*m(y)))),lens_triangle:R(
g,b,v),lens_drop:E.every(f)?R(...E):[],lens_text:R([.5,.06],[(g[0]+b[0])/2,(g[1]+b[1])/2+.08],N(g),N(v)),...a<0&&{lens_fell:R([.5,.92])},...a>0&&{lens_rose:R([.5,
.92])}}}function wr(n,e){let[t,o]=[n.held(At(e)),n.held(wn(e))],r=n.holds(Ie(e))?n.clipped(Ie(e),At(e),.2)?.[1]:void 0;if(!r)return[[...o,1]];let s=r[0]===t[0]&&
r[1]===t[1];return[[...r,yn],...s?[]:[[...t,0]],[...o,1-yn]]}function vr(n,{points:e},t,o){let r=e.slice(t+1,o+1),s=Math.ceil(r.length/yr),i=r.filter((a,l)=>(r.
length-1-l)%s===0);return i.map(({weights:[a=NaN],loss:l})=>[...n.held([a,l]),1/i.length])}var Fe=.6,Sr=.2,vn=.34,Mn=.06,Mr=.045,Er=1e-6,kr=30,Sn=81,Y=(n=[])=>[n[0]??NaN,n[1]??NaN];function En(n,e,{walk:t,steps:o}){let r=new j(e.view),s=Sr*Math.min(r.
width,r.height),a=o.map(b=>t.points[b]).filter(b=>b&&r.holds(Y(b.weights))).map(({loss:b})=>b),l=a.length?Er*(Math.max(...a)-Math.min(...a))/s:0,c=o.map(b=>Nr(r,
e,t,b,s,l)),d=[...new Set(c.flatMap(b=>Object.keys(b)))],u=Object.fromEntries(d.map(b=>[b,c.map(v=>v[b]??[])])),{low:m,high:h,bottom:p,top:f}=r,g=n.axes&&[n.axes.
find(([b,v])=>b===m&&v===h)??[m,h,p,f,0]];return{...n,tracks:ve(n,e,u,"level_words"),legs:o.slice(1).map((b,v)=>Tr(r,t,o[v]??0,b)),...g&&{axes:g}}}function Nr(n,{
words:[e=0,t=0]},{points:o},r,s,i){let[a,l]=[o[r],o[r+1]],c=Y(a?.weights),d=p=>R(n.at([e,t-Mn*p]));if(!n.holds(c)){let p=[Math.max(n.low,Math.min(c[0],n.high)),
Math.max(n.bottom,Math.min(c[1],n.top))];return{gone:R(p),gone_words:d(1)}}let u={point:R(c),trail:R(c)};if(l){u.step=B(n.clipped(c,Y(l.weights)));let p=l.loss-
(a?.loss??NaN);p&&(u[p<0?"fell_words":"rose_words"]=d(0))}let m=Y(a?.slopes),h=Math.hypot(...m);return h>i?{...u,...Rr(n,c,[-m[0]/h*s,-m[1]/h*s])}:u}function Rr(n,e,t){
let o=[e[0]+t[0],e[1]+t[1]],r=[o[0],e[1]],s=f=>[o[0]-.16*t[0]-f*.07*t[1],o[1]-.16*t[1]+f*.07*t[0]],i=(t[0]>=0?n.high-r[0]:r[0]-n.low)>vn*n.width,a=i?t[0]>=0:t[1]<
0,l=Mr*(i?n.width:n.height)*(a?1:-1),c=Math.abs(t[0])<Math.abs(l)?l:t[0],d=i?[e[0]+c,e[1]]:[e[0]+t[0],e[1]+l],u=t[1]>=0,m=(u?1:-1)*Math.max(Math.abs(t[1]),Mn*n.
height),h=vn/2*n.width,p=[Math.max(n.low+h,Math.min(o[0],n.high-h)),e[1]+m];return{arrow_line:[...R(e,o),null,null,...R(s(1),o,s(-1))],parts:B([e,r],[r,o]),[i?a?
"across_right":"across_left":a?"across_above":"across_below"]:R(d),[u?"up_above":"up_below"]:R(p)}}function Tr(n,{points:e},t,o){let r=e.slice(t+1,o+1).map(({weights:a})=>n.
held(Y(a)));if(r.length===1)return r.map(a=>[...a,Fe]);let s=Math.ceil(r.length/kr),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(a=>[...a,1/i.length])}function kn(n,{
traces:e,view:t},{hand:o,walk:r,steps:s}){let i=o.domain.map(([x=NaN,k=NaN])=>[x,k]),[[a,l]=[NaN,NaN],[c,d]=[NaN,NaN]]=i,u=new j([a,l,c,d]),[,,m=0,h=0]=t,p=r.points.
filter(({weights:x})=>u.holds(Y(x))).map(({loss:x})=>x),f=Math.max(...p,m,h)-m||1,g=[m-.1*f,m+1.2*f],v=i.map(([x,k])=>new j([x,k,...g])).map((x,k)=>Pr(x,o,r,s,u,
k)),E=Object.keys(e).length,N=n.tracks.map(x=>{let k=Math.floor(x.trace/E),P=Object.entries(e).find(([,_])=>_===x.trace%E)?.[0]??"",{trace:W,text:H}=x;return{trace:W,
rows:v[k]?.rows.map(_=>_[P]??[])??[[]],...H&&{text:H}}}),y=n.curves.map(x=>{let k=v[Math.floor(x.trace/E)],P=k?.heights??[],W=P.map(_=>_.flatMap((U,pe)=>Number.
isFinite(U)?[]:[pe])),H=(g[1]??NaN)+1.3*f;return{trace:x.trace,x:k?.x??[],basis:P.map(_=>_.map(U=>Number.isFinite(U)?U:H)),shares:s.map((_,U)=>s.map((pe,$e)=>+(U===
$e))),most:H,...W.some(_=>_.length)&&{gaps:W}}}),S=s.slice(1).map((x,k)=>x===(s[k]??0)+1);return{...n,tracks:N,curves:y,legs:S.map((x,k)=>x?[[...v.flatMap(({landings:P})=>[
...P[k]??[]]),Fe]]:[]),glides:S.map(x=>x?1-Fe:1),fixed:{layout:{"yaxis.range":g,"yaxis2.range":g}}}}function Pr(n,e,t,o,r,s){let[i=NaN,a=NaN]=e.domain[1-s]??[],
l=Array.from({length:Sn},(u,m)=>n.low+n.width*m/(Sn-1)),c=(u,m)=>s?[m,u]:[u,m],d=o.map(u=>{let[m,h]=[t.points[u],t.points[u+1]],[p=NaN,f=NaN,g=NaN]=[m?.weights[s],
m?.slopes[s],m?.weights[1-s]],b=h?t.updates[u]?.[s]??NaN:NaN,v=[p,m?.loss??NaN],E=[p-b,v[1]-f*b],N=Math.max(.16*n.width,Number.isFinite(b)?1.15*Math.abs(b):0),y=n.
clipped([p-N,v[1]-f*N],[p+N,v[1]+f*N]),S=Math.max(i,Math.min(g,a));return{rows:r.holds(Y(m?.weights))?{tangent:B(y),step:Number.isFinite(b)?B(n.clipped(v,E)):[],
words:R(n.at([.001,.999])),point:R(v)}:{},heights:l.map(k=>le(e,c(k,S))),landing:n.held(E)}});return{x:l,rows:d.map(({rows:u})=>u),heights:d.map(({heights:u})=>u),
landings:d.map(({landing:u})=>u)}}function Nn(n,e,{explore:{data:t},walk:o,steps:r}){let s=new j(e.view),i=t.map(([h=NaN])=>h),[a,l]=[Math.min(...i),Math.max(...i)],
c=l-a||1,d=r.map(h=>{let[p,f]=Y(o.points[h]?.weights);if(!s.holds([p,f]))return{line:[],gaps:[]};let g=b=>[b,p*b+f];return{line:R(g(a-c),g(l+c)),gaps:t.flatMap(
([b=NaN,v=NaN])=>[b,v,...g(b),null,null])}}),u={line:d.map(({line:h})=>h),gaps:d.map(({gaps:h})=>h)},m=r.slice(1).map((h,p)=>h===(r[p]??0)+1);return{...n,tracks:ve(
n,e,u,""),legs:m.map(()=>[]),glides:m.map(h=>h?Fe:1)}}var[Rn,Tn]=[6,15],Pn=1e-12,Ar=2**-51,Or=1-1e-6,An=1e-6,$r=40;function Ln(n,e,t,o={}){let r=new Map,s=new Map,i=new Set,a=y=>r.get(y)??o[y]??Rn,l=y=>e[y]??NaN,c=y=>Object.
hasOwn(t,y),d=new Map,u=y=>{if(c(y))return l(y);let S=`${y} ${a(y)}`,x=d.get(S)??(a(y)>0?Number(q(l(y),a(y))):0);return d.set(S,x),x},m=y=>{let S=l(y);return Math.
abs(Number(q(S,Rn))-S)<=Pn*Math.abs(S)},h=({tree:y,operands:S},x=u)=>V(y,Object.fromEntries(S.map(([k,P])=>[k,x(P)]))),p=(y,S=u)=>Math.abs(h(y,S)-u(y.result)),f=y=>p(
y)<=Or/2*On(l(y.result),a(y.result)),g=y=>{let S=On(l(y.result),a(y.result))/2,x=[...new Set(y.operands.map(([,P])=>P))].filter(P=>!c(P)&&!m(P)),k=h(y);for(let P=0;P<=
Tn;P+=1){let W=!1;for(let H of x){let _=Math.abs(h(y,tn=>u(tn)*(tn===H?1+An:1))-k)/An,U=2*S/_*Math.abs(l(H)),pe=Math.ceil(Cn(l(H))+1+P-Math.log10(U)),$e=Math.max(
a(H),Math.min(Number.isFinite(pe)?pe:0,s.get(H)??Tn));W||=$e>a(H),r.set(H,$e)}if(W&&f(y))return!0}return!1},b=y=>{let S=[...r];if(!g(y)){for(let x=a(y.result)-1;x>
0;x-=1)if(r.set(y.result,x),s.set(y.result,x),f(y))return;r.clear();for(let[x,k]of S)r.set(x,k);i.add(y)}};for(let y=0;y<$r;y+=1){let S=[...n].reverse().filter(
x=>!i.has(x)&&!f(x));if(!S.length)break;for(let x of S)f(x)||b(x)}for(let y of n)f(y)||i.add(y);let v=y=>t[y]??_e(l(y),a(y)),E=y=>{let S=Math.abs(u(y)-l(y));return c(
y)||S<=(m(y)?Pn:Ar)*Math.abs(l(y))},N=y=>y.replace(/\{(\()?(\w+)\)?('?)\}/g,(S,x,k,P)=>{if(k.startsWith("at"))return E(`W${k.slice(2)}`)?"=":"≈";let W=v(k+P);
return x&&/^−|×/.test(W)?`(${W})`:W});return n.map(y=>{let[S,x]=[N(y.expression),v(y.result)],k=i.has(y)||S===x,P=y.operands.every(([,_])=>E(_))?"=":"≈",W=Lr(
y,t,v)?"=":"≈",H=k?`${E(y.result)?"=":"≈"} ${x}`:`${P} ${S} ${W} ${x}`;return{label:N(y.label),text:`${y.letters} ${H}`}})}var Cn=n=>n===0?0:Number(n.toExponential().
split("e")[1]),On=(n,e)=>10**(Cn(n)-e+1);function Lr({tree:n,operands:e,result:t},o,r){let s=c=>Array.from(o[c]??"",d=>"0123456789"["⁰¹²³⁴⁵⁶⁷⁸⁹".
indexOf(d)]??"").join(""),i=new Map(e.map(([c,d])=>[c,$t(d==="t'"?s(d):r(d))])),[a,l]=[zn(n,i),$t(r(t))];return!!(a&&l&&a[0]*l[1]===l[0]*a[1])}function $t(n){let e=/^(−|-)?(\d+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?$/.
exec(n);if(!e)return null;let[,t,o="",r="",s="",i="0"]=e,a=Number(s?Array.from(s,d=>"-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)]).join(""):i),l=BigInt(
o+r)*(t?-1n:1n),c=a-r.length;return c<0?[l,10n**BigInt(-c)]:[l*10n**BigInt(c),1n]}var Cr={exp:[0,[1n,1n]],log:[1,[0n,1n]],sin:[0,[0n,1n]],cos:[0,[1n,1n]],tan:[0,
[0n,1n]],tanh:[0,[0n,1n]],sigmoid:[0,[1n,2n]]};function $n(n){let e=BigInt(Math.round(Math.sqrt(Number(n)))||0);return e*e===n?e:null}function zn(n,e){if(typeof n==
"number")return $t(String(n));if(typeof n=="string")return e.get(n)??null;let[t,...o]=n,r=o.map(c=>zn(c,e)),[s,i]=r;if(!s||r.some(c=>!c))return null;let a=r,l=Cr[t];
if(l)return s[0]===BigInt(l[0])*s[1]?l[1]:null;if(t==="sqrt"){let[c,d]=[$n(s[0]),$n(s[1])];return c!==null&&d!==null?[c,d]:null}if(t==="abs")return[s[0]<0n?-s[0]:
s[0],s[1]];if(t==="sign")return[BigInt(+(s[0]>0n)-+(s[0]<0n)),1n];if(t==="step")return[s[0]>0n?1n:0n,1n];if(t==="+")return a.reduce(([c,d],[u,m])=>[c*m+u*d,d*m]);
if(t==="*")return a.reduce(([c,d],[u,m])=>[c*u,d*m]);if(t==="-")return i?[s[0]*i[1]-i[0]*s[1],s[1]*i[1]]:[-s[0],s[1]];if(t==="/")return i?.[0]?[s[0]*i[1],s[1]*i[0]]:
null;if(t==="^"&&i&&i[0]%i[1]===0n){let c=i[0]/i[1];return c>16n||c<-16n||c<0n&&!s[0]?null:c<0n?[s[1]**-c,s[0]**-c]:[s[0]**c,s[1]**c]}return null}var Hn=2**-50,zr=1e-7,Lt=n=>n.every(Number.isFinite);function _n(n,{weights:e}){let t=we(n,e),o=r=>Tt(r,t,Hn)[1];return{loss:o(n.value),slopes:n.slopes.map(o)}}
function Vn(n,e,t,o,r){let[s,i]=[0,Hn].map(c=>_r(n,e,t,o,r,c));if(!s||!i)return null;let a=({weights:c},d)=>c.every((u,m)=>{let[h=0,p=0]=n.domain[m]??[];return Math.
abs(u-(i.points[d]?.weights[m]??NaN))<=zr*Math.max(p-h,Math.abs(u))}),l=s.points.findIndex((c,d)=>!a(c,d));return{walk:l<0?s:Hr(s,Math.max(l,1)),twin:i}}var Hr=({
points:n,updates:e,memories:t},o)=>({points:n.slice(0,o),updates:e.slice(0,o-1),memories:t.slice(0,o-1),end:"unsure",beyond:null});function _r(n,e,t,o,r,s){let i=new te(
e,o,t.length),[a,l,c]=[[],[],[]],d=t;for(;a.length<=r;){let u=We(n,d,a.length%2?s:-s),m=[u.loss,...u.slopes];if(!Lt(m)){let p=Lt(d)&&[n.value,...n.slopes].some(
g=>Wn(g,we(n,d))),f=a.length-1;return a.length?{points:a,updates:l.slice(0,f),memories:c.slice(0,f),end:p?"undefined":"exploded",beyond:p?d:null}:null}if(a.push(
u),a.length>r)break;let h=i.update(u.slopes);l.push(h),c.push(i.memories),d=u.weights.map((p,f)=>p-(h[f]??NaN))}return{points:a,updates:l,memories:c,end:"end",beyond:null}}
function Wn(n,e){if(!Array.isArray(n))return!1;let t=n.slice(1);if(t.some(s=>Wn(s,e)))return!0;let o=t.map(s=>V(s,e)),r=V(n,e);return Lt(o)&&(Number.isNaN(r)||!Number.
isFinite(r)&&o.includes(0))}var[Se,Ct]=[6,15],Vr=1e-12,Ht=({hand:n,rate:e,explore:t})=>({rate:e?.value??n?.rules[0]?.constants.η??NaN,start:n?.start??[],rule:t?.rule??""});function Fn(n,e){
let{hand:t,explore:o}=n,r=o?.rules[e.rule];if(!t||!o||!r)return null;let s=Vn(t,r.rule,e.start,e.rate,o.steps.at(-1)??0);if(!s)return null;let{walk:i}=s,a=i.points.
length-1,l=[...new Set(o.steps.map(p=>Math.min(p,a)))],c={...s,hand:t,explore:o,steps:l},d=n.table?.shown?[...new Set(l.flatMap(p=>[p,p+1]))]:i.points.map((p,f)=>f),
u={...Gr(c,d),...jr(c),...Dr(c),times:Zr(c)},{worked:m,texts:h}=Br(n,c,e);return{...n,run:JSON.stringify(e),steps:l,last:a,start:0,player:{...n.player,verdict:""},
columns:{...u,...h},constants:{...n.constants,steps:String(a),beyond:i.beyond?Ir(t.names,i.beyond):""},scenes:n.scenes.map(p=>Jr(p,c)),worked:m,...n.table&&{table:{
...n.table,columns:n.table.columns.filter(([,p])=>p!=="eta")}},hand:{...t,start:e.start,rules:[{...r.rule,constants:{...r.rule.constants,η:e.rate}}]},...Xr(n,e),
summary:"",sound:es(i,l)}}var ne=n=>n?`_${n+1}`:"",Wr=n=>Math.abs(Number(q(n,Se))-n)<=Vr*Math.abs(n),ce=(...n)=>n.every(Wr)?"=":"≈";function Ir(n,e){let t=e.map(
s=>M(s)),[o,r]=n.length===1?[n[0]??"",t.join()]:[`(${n.join(", ")})`,`(${t.join(", ")})`];return`${o} ${ce(...e)} ${r}`}var Fr=8;function Gn(n,e,t=0){let o=Fr*Math.
abs(n-e)+t;return[6,5,4,3,2,1].find(r=>M(n-o,r)===M(n+o,r))??0}function Gr({hand:n,walk:e,twin:t},o){let r={};for(let s of o){let i=e.points[s];if(!i)continue;let[
a,l,c]=[zt(e,s),zt(t,s),jn(n,e,s)];for(let[d,u]of Object.entries({E:i.loss,...a}))if(/^(E|W|slope|dW)(_\d+)?$/.test(d)){let m=d==="E"?t.points[s]?.loss:l[d];(r[d]??=
{})[s]=_e(u,Gn(u,m??NaN,c[d]))}}return r}function jn(n,{points:e,updates:t},o){let r=e[o];if(!r)return{};let{loss:s,slopes:i}=_n(n,r),a=i.map((l,c)=>{let d=Math.
abs((t[o]?.[c]??0)/(r.slopes[c]??NaN));return[`dW${ne(c)}`,Number.isFinite(d)?l*d:0]});return{E:s,...Object.fromEntries([...i.map((l,c)=>[`slope${ne(c)}`,l]),...a])}}
function jr({hand:{names:n},walk:{points:e,updates:t},steps:o}){let r={},s=(i,a,l)=>{(r[i]??={})[a]=l};for(let i of o){let a=e[i];a&&(s("is_E",i,ce(a.loss)),s("\
is_place",i,ce(...a.weights)),n.forEach((l,c)=>{let[d=NaN,u=NaN,m]=[a.weights[c],a.slopes[c],t[i]?.[c]];s(`is_W${ne(c)}`,i,ce(d)),s(`is_slope${ne(c)}`,i,ce(u)),
s(`down${ne(c)}`,i,M(-u)),m!==void 0&&s(`is_dW${ne(c)}`,i,ce(m))}))}return r}function Dr({explore:{trends:n},walk:{points:e},steps:t}){let o={before:{},after:{},
trend:{},change:{}};for(let r of t){let[s=NaN,i]=[e[r]?.loss,e[r+1]?.loss];if(i===void 0)continue;let a=m=>M(s,m)!==M(i,m),l=Array.from({length:Ct-Se+1},(m,h)=>Se+
h),c=s===i?Se:l.find(a)??Ct,d=s===i?"same":a(c)?i<s?"fell":"rose":"nearly",u={before:M(s,c),after:M(i,c),trend:n[d]??"",change:qr(s,i)};for(let[m,h]of Object.entries(
u))(o[m]??={})[r]=h}return o}function qr(n,e){let t=Math.abs(n-e),o=2**-51*Math.max(Math.abs(n),Math.abs(e),1e-290);return t<=o?t===0?"0":`< ${M(o,1)}`:M(t,Math.
max(1,Math.min(Se,Math.trunc(Math.log10(t/o)))))}function Br(n,{hand:e,explore:t,walk:o,twin:r,steps:s},{rule:i,rate:a}){let l=t.rules[i],c=l?.lines??[],d=c.filter(
({result:h})=>h.startsWith("slope")),u={};for(let h of s){let p=h===o.points.length-1,f={...l?.given,eta:M(a,Ct),"t'":be(h+1)},[g,b]=[o,r].map(y=>zt(y,h,l?.names)),
v=jn(e,o,h),E=Object.fromEntries(Object.entries(g).map(([y,S])=>[y,Gn(S,b[y]??NaN,v[y])])),N={...g,...Kr(f),eta:a};Ln(p?d:c,N,f,E).forEach(({label:y,text:S},x)=>{
let k=p?"last":"row";(u[`label_${k}_${x}`]??={})[h]=y,(u[`text_${k}_${x}`]??={})[h]=S})}let m=(h,p)=>Array.from({length:p},(f,g)=>[`{label_${h}_${g}}`,`{text_${h}\
_${g}}`]);return{texts:u,worked:{...n.worked,title:n.worked?.title??"",rows:[...m("row",c.length),[t.loss,"E: {before} → {after}  {trend}"]],last:m("last",d.length),
end:t.ends[o.end]??""}}}var Kr=n=>Object.fromEntries(Object.entries(n).map(([e,t])=>[e,Ur(t)]));function Ur(n){let[e="",t]=n.replace("−","-").split(" × 10");
return t===void 0&&/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(e)?In(e):Number(t===void 0?e:`${e}e${In(t)}`)}var In=n=>Number(Array.from(n,e=>"-0123456789"["⁻⁰¹²\
³⁴⁵⁶⁷⁸⁹".indexOf(e)]??"").join(""));function zt({points:n,updates:e,memories:t},o,r={}){let s={},[i,a]=[n[o],n[o+1]];return i?.weights.forEach((l,c)=>{
let d=ne(c);if(Object.assign(s,{[`W${d}`]:l,[`slope${d}`]:i.slopes[c]??NaN}),!!a){Object.assign(s,{[`dW${d}`]:e[o]?.[c]??NaN,[`W${d}'`]:a.weights[c]??NaN});for(let[
u,m]of Object.entries(r))u!=="ΔW"&&(s[`${m}${d}`]=t[o-1]?.[c]?.[u]??0,s[`${m}${d}'`]=t[o]?.[c]?.[u]??NaN)}}),s}var Yr={curve:gn,landscape:En,cuts:kn,fit:Nn};function Jr(n,e){
let[t,o]=[Yr[n.chart],e.explore.charts[n.chart]];return t&&o?t(n,o,e):Qr(n,e)}function Zr(n){let{curve:e}=n.explore.charts,t=e?bn(e,n):[];return Object.fromEntries(
t.map(([o,r])=>[o,M(Number(q(r,2)))]))}function Qr(n,{explore:{floor:e,above:t},walk:{points:o},steps:r}){let s=r.map(h=>o[h]?.loss??NaN),i=e??Math.min(...o.map(
({loss:h})=>h)),a=n.variant==="log",l=1e-14*Math.max(1,Math.abs(i)),c=a?s.map(h=>h-i>l?h-i:null):s,d=r.at(-1)??0,u=.04*(d||1),m={...n.fixed?.layout,"xaxis.range":[
-u,d+u],"xaxis.tickmode":d<=10?"linear":"auto","yaxis.range":null,"yaxis.autorange":!0,...a&&i!==0&&{"yaxis.title.text":t.replace("{above}",i>0?`− ${M(i)}`:`+\
 ${M(-i)}`)}};return{...n,fixed:{lines:[{trace:n.fixed?.lines?.[0]?.trace??0,x:r,y:c}],layout:m}}}function Xr({rate:n,hand:e,explore:t},o){if(!n)return{};let r=o.
start.every((i,a)=>i===e?.start[a]),s=o.rule===t?.rule&&(t.hold||r);return{rate:{...n,value:o.rate,earlier:"",...s?{}:{zones:[],ticks:[]}}}}function es({points:n},e){
let t=e.map(s=>n[s]?.slopes??[]),o=t[0]?.length===1,r=s=>o?s[0]??0:Math.hypot(...s);return{slopes:t.map(s=>Number(q(r(s),3))),sided:o,end:""}}var Dn=4/3,ts=.95,C=n=>Math.hypot(...n),F=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),_t=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),Ge=({weights:n,update:e})=>F(n,
e,-1);function qn(n){let e=C(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function Bn(n,e){let{weights:t,slope:o,update:r}=e,s=Ge(e),i=C(F(n,s,-1)),
a=(f,g)=>C(g)>0&&C(F(n,f,-1))<=qn(g);if(G(n)===G(s)&&i<=.005*C(r)+1e-12*(1+C(s)))return"exact";if(i<=qn(r))return"right";if(!C(r))return"rests";if(a(t,r))return"\
stayed";let[c,...d]=ns(e).filter(([,f,g])=>a(f,g));if(c&&!d.length)return c[0];let u=F(n,t,-1),m=C(u)/C(r),h=-_t(u,r)/(C(u)*C(r)),p=m<Dn&&m>1/Dn;return h>ts?p?"\
close":m>1?"too-long":"too-short":p?"wrong-direction":_t(r,o)>0&&_t(u,o)>0?"uphill":"astray"}function ns(n){let{weights:e,slope:t,update:o,rate:r}=n,s=Ge(n),i=t.
map(d=>r*d),l=C(F(o,i,-1))<=1e-9*C(o)?[["forgot-rate",F(e,t,-1),t],["forgot-both",F(e,t),t],["slope-only",t,t]]:[["forgot-memory",F(e,i,-1),i]],c=e.length>1?e.map(
(d,u)=>e.map((m,h)=>h===u?s[u]??NaN:m)):[];return[...l,["forgot-minus",F(e,o),o],["change-only",o,o],...c.map(d=>["one-only",d,o])]}var je=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function z(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=os(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function os(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
z(n,s,t):r===e?"":r}function $(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function rs({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function Vt({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function ss({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=$(t,s),a=c=>i.reduce((d,u,m)=>d+u*(e[m]?.[c]??0),0),l=n.map(
(c,d)=>Math.min(a(d),o));for(let c of r?.[s]??[])l[c]=null;return{x:n,y:l}}function De({x:n,y:e,rests:t},o){let r=Math.min(t?$(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function Me({run:n,scene:e,frame:t,known:o}){let r=$(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),
c=a.text?.map(d=>l?"":z(n,d,r));return Vt(e,l?[]:rs(a,t),c)};return[...e.tracks.map(i),...e.curves.map(a=>ss(a,t)),...(e.fixed?.lines??[]).map(a=>Vt(e,De(a,t))),
...e.keep.map(()=>({}))]}function de({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function Un({scene:n,
frame:e}){let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>De(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>Vt(
n,a.slice(c*s,(c+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function Yn({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&
!n.pictures}var is=.09;function Jn({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:Kn(n,a.x,t),y:Kn(n,a.y,t)})),i=r["yaxis.\
autorange"]?as(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var Kn=(n,e,t)=>n.predict?
e.slice(0,t+1):[...e],Zn=({scene:n,frame:e})=>n.axes?$(n.axes,e):null;function as(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),
Math.max(...t)],s=is*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var A=({run:n})=>n.steps.length-1,L=({run:n,frame:e})=>$(n.steps,e),J=n=>n.run.predict?n.known:A(n),Z=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<A(n),Ee=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function D(n){if(Z(n)){if(Ee(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Qn(n,{weights:e,slopes:t,updates:o,rate:r}){let s=L(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function ue(n){let{predict:e}=n.
run;return e?D(n)==="step"?n.ring??Qn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var K=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),Q=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:J(n)}),ls={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},qe=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...ls,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Qn(o,i.predict),[c,d,u]=[Bn(e,l),Ge(l),C(l.update)],m=C(F(e,d,-1)),h=C(F(e,l.weights,-1))/u,p={guess:G(e),truth:G(d),distance:M(m),times:xe(Math.max(h,1/h))};
return{...a,outcome:{kind:c,guess:e,numbers:p},tally:{count:s.count+1,right:s.right+Number(je(c)),distance:s.distance+(u?m/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,J(e)));this.state={...e,frame:o,seen:e.seen||o===A(e)};for(let r of this.#t)
r(this.state,t)}};var Xn=500,Be=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,Xn)),this.store.isAddressed?this.#e??=setTimeout(this.#r,Xn):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String(L(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(L(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};var Ke=800,to=400,eo=Ke+to,Wt=3,cs=1e4;function It(n){let e=A(n)-Wt,t=n.frame<Wt;return n.speed*(t?1:Math.max(1,e*eo/(cs-Wt*eo)))}var Ue=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
A(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<J(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(Ke/It(t)):await this.stage.slide(Ke/It(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
to/It(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(Ke/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[Ye,no]=["data-test-connection-state","data-test-script-state"],ds=3e3,us=1e4,ms=/^Connection error$/,Je=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[Ye,no]})}comeBack;#e=w("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&hs(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${Ye}]`);if(e?.getAttribute(Ye)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},ds);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,us),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(no)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${Ye}]`);e&&(e.inert=!1)}};function hs(n){let e=n.querySelector("[role=dialog] h2");!e||!ms.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var Ft=34,oo=16,ps=.4,Ze=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=$(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?$(u,o):[]);this.#o.forEach(({shape:u,
value:m,slope:h},p)=>{let f=s[p]??0,g=.6+5*Math.abs(f)/t.finest,b=i.length>0&&!i.includes(p);u.style.strokeWidth=String(t.chosen.includes(p)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(p));for(let v of[u,m,h])v.toggleAttribute("data-quiet",b);m.textContent=a?.[p]??"",h.textContent=
l?.[p]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let c=t.labels?$(t.labels,o):[];this.#r.forEach((u,m)=>u.textContent=c[m]??"");let d=t.maps?$(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",d)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=I("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});bs(
l);let c=I("g",{},l),d=xs(t),u=(i-2*Ft)/(o.length-1),m=Math.min(28,a/Math.max(...o)/2-1,u/4),h=d.map(f=>f.map(g=>ys(g,m,!!t.maps,l)));this.#s=t.maps?fs(d.flat(),
m,l):[],this.#r=d.flat().map(({x:f,y:g})=>{let b=oe(f,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,m)}px`,b}),gs(t,d,m,a,l);let p=I("g",{class:"\
gdviz-numbers"},l);this.#o=h.slice(1).flatMap((f,g)=>[...ws(d[g]??[],d[g+1]??[],m,c,p),...f.map((b,v)=>{let{x:E,y:N}=d[g+1]?.[v]??{x:0,y:0},y=N+m+oo-2,[S,x]=[oe(
E,y,"gdviz-value",p),oe(E,y+15,"gdviz-edge-slope",p)];return{shape:b,target:b,value:S,slope:x}})]),this.#o.forEach(({shape:f,target:g},b)=>{I("title",{},g).textContent=
r[b]??"",g.onclick=()=>{this.choose(b)},f.toggleAttribute("data-chosen",s.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function ys({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return I(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function fs(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return I("image",l,I("svg",a,t))})}function gs(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*oo;for(let{x:l,y:c}of i){let d=n.neurons[s++]??"";a?oe(
l,c-t-6,"gdviz-name",r).textContent=d:!n.maps&&!n.labels&&t>15&&(oe(l,c+5,"gdviz-name",r).textContent=d)}}}function oe(n,e,t,o){return I("text",{x:n,y:e,"text-a\
nchor":"middle",class:t},o)}function bs(n){let e=I("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",
refX:9,refY:5,markerWidth:14,markerHeight:14},s=I("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);I("path",{d:"M0 0L10 5L0 10z",class:`\
gdviz-${t}`},s)}}function I(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.
append(o),o}function xs({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:Ft+r/(n.length-1)*(e-2*Ft),y:t/o*(i+.5)})))}function ws(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=Ss(s,i,t),l=I("line",{...a,class:"gdviz-weight"},o),c=I("line",{...a,class:"gdviz-target"},o),d=e.length>1?ps:.5,[u,m]=[s.x+
d*(i.x-s.x),s.y+d*(i.y-s.y)];return{shape:l,target:c,...vs(u,m,Math.sign(Math.round(i.y-s.y)),r)}}))}function vs(n,e,t,o){let r=oe(n+7*t,e-5,"gdviz-value",o),s=oe(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function Ss(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var so="http://www.w3.org/2000/svg";var me=class{#e=document.createElementNS(so,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[c,d]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,c-a,d-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${d-l}px`})}clear(){this.#e.remove()}};function re(n,{weights:e,loss:t}){
let[o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[ro(s),ro(i)]}var ro=n=>Math.max(-1e5,Math.min(n,1e5));function Qe(n,e,t=""){let o=e.map(i=>re(
n,i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>T("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[T("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function T(n,e,t){let o=document.createElementNS(so,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var ke=(n,e=[],t=[])=>T("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var Ms=60,io=3,Es=.05,ks=600,Ne=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function Ns(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,c)=>l!==s[c]);return{"f\
orgot-rate":(l,c)=>Ne(l,c),"forgot-minus":(l,c,d)=>Ne(l,d,-1),"forgot-both":(l,c)=>Ne(l,c,-1),"forgot-memory":(l,c)=>Ne(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,d)=>[...d],"one-only":(l,c,d)=>Ne(l,d.map((u,m)=>i[m]?u:0))}[n]??null}function Rs(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=Ns(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let c=new te(l,t.rate,r.letters.length);for(let u of i.slice(0,o))c.update(u);let d=Math.min(r.steps-o,Ms);return Pt(r,s[o]??[],d,u=>a(u.
weights,u.slopes,c.update(u.slopes)))}function Ts(n,{weights:e,spans:t},o){return n.slice(1,io+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.some((l,c)=>!(Math.
abs(l-(a[c]??NaN))<=Es*(t[c]??NaN)))})}var ao=n=>n.slice(0,io+1).map(({weights:e})=>G(e)).join(" → ");function lo(n){let{run:e,outcome:t,known:o}=n;if(!e.predict||
!t?.guess||!t.kind)return[];let r=Rs(t.kind,t.guess,e.predict,o-1);return Ts(r,e.predict,o-1)?r:[]}var Xe=class{#e=new me;#t;play(e,t,o){this.clear();let r=o?t.
length:2,s=()=>{let i=t.slice(0,r),[a,l]=re(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...Qe(e,i),T("circle","gdviz-mistake",{cx:a,cy:l,r:9})]),
r>=t.length&&clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,ks))}clear(){clearInterval(this.#t),this.#e.clear()}};var tt=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=D(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(c.lang=t.link.lang),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let d=t.predict?.texts.name??"",u=[t.run,d,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",d),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(ue(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#o(e){let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&Ve(o.value)!==s&&(o.value=M(s))})}#r(e,t,o){
if(o==="outcome")return[...Ps(e,t),...this.#s(e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([d,u])=>et(u,()=>{this.
answers.sayRegime(d)})),c=et(r.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[he(se(r,"regime",{rule:i})),w("div",{},...l??[],...s?[c]:[])]}#s(e,{
texts:t}){let o=lo(e);if(!o.length)return[];let r=w("p",{role:"status"});return[et(t.mistake,()=>{r.textContent=se(t,"mistaken",{way:ao(o)}),this.answers.playMistake(
o)}),r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,a=ue(e)??[];this.#n=a,this.#t=r.map((h,p)=>w("input",{type:"text",autocomplete:"off",ariaLabel:h,value:M(
a[p]??NaN)}));let l=()=>this.#t.map(h=>Ve(h.value));for(let[h,p]of this.#t.entries())p.oninput=()=>{let f=Ve(p.value);Number.isFinite(f)&&this.answers.moveRing(
(this.#n??[]).map((g,b)=>b===h?f:g))};let c=se(o,r.length===1?"ask":"ask_many",{rule:i,letter:r[0]??""}),d=w("p",{className:"gdviz-bad",role:"alert"}),u=et(o.skip,
()=>{this.answers.sayStep(null)},"gdviz-quiet"),m=w("form",{noValidate:!0},...c?[he(c)]:[],...r.map((h,p)=>w("label",{},`${h} = `,this.#t[p]??"")),w("button",{type:"\
submit",textContent:o.guess??""}),...s?[u]:[],d);return m.onsubmit=h=>{h.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):d.textContent=o["\
not-a-number"]??""},m}};function Ps(n,{texts:e,regime:t}){let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:c,right:d,distance:u}=r,
m=100*u/Math.max(c,1),h={count:String(c),right:String(d),distance:m<1e3?`${xe(m)} %`:`${xe(m/100)} ×`},p=je(i)?"gdviz-good":"gdviz-bad";return[...a?[he(se(e,i===
"exact"?"hit":"result",l),p)]:[],...i?[he(se(e,i,{told:t?.told??"",...l}),p)]:[],...c?[he(se(e,"tally",h),"gdviz-quiet")]:[],...s<A(n)?[he(se(e,"next"),"gdviz-q\
uiet")]:[]]}var se=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(o,r)=>t[r]??o),he=(n,e="")=>w("p",{textContent:n,className:e}),et=(n,e,t="")=>w("button",{type:"\
button",textContent:n??"",onclick:e,className:t});var co=240;function ot(n){let e=10**Math.floor(Math.log10(n/co));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/co)??10*e}var uo=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=ot(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),Gt=(n,[e,t])=>Math.max(e,Math.min(n,t)),As={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},nt=class{constructor(e){this.move=e}move;#e=w("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=ue(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=Gt(r[0]??NaN,s),l=Gt(r[1]??t.
heightAt(a),i),[c,d]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${d}px`}),this.#e.toggleAttribute("data-still",D(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${G(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=As[e],r=this.#o,s=r&&D(r)==="step"?ue(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(c,d)=>c+a*(o[d]??0)*ot(i[d]??1));return this.move(uo(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:c})=>{let d=this.#o?.run.predict?.spans;if(!e||!d||c!==r)return;let u=e.
ranges(),m=e.placeAt(a,l).map((h,p)=>Gt(h,u[p===0?0:1]));this.move(uo(m,d))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||D(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var Os=300,$s=400,mo=4,Ls={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},st=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#u,t),o.addEventListener("pointermove",this.#d,t),o.addEventListener("pointerup",this.#c,t),o.addEventListener("\
pointercancel",this.#m,t),o.addEventListener("keydown",this.#y,t)}choose;#e=w("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=w("div",{className:"\
gdviz-told"});#n=new me;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#l;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?Cs(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#p(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#h((this.#i??t.start).map((o,r)=>o+e*rt(t,r))),this.#i&&M(this.#i[0]??NaN))}release(){this.#c()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#l),this.#o.abort(),this.clear(),this.#e.remove()}#u=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#d(e))};#d=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#h(this.#r.placeAt(e,t))};#c=()=>{this.#i&&
this.#b(this.#i)};#m=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#y=e=>{let t=Ls[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#h((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*rt(o,i))),clearTimeout(this.#l),this.#l=
setTimeout(this.#c,$s)};#h(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/rt(t,a))*rt(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#f(t,o,null);let r=le(t,o);this.#p(this.#r,o.length===1?[...o,r]:o)}#b(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#m():this.choose(e)}#p(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=M(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,Os),i=e.rules.map(d=>pn(e,d,t,o??d.constants.η??NaN,s)),a=i.flatMap((d,u)=>Qe(r,d,e.rules[u]?.
color)),[l,c]=i[0]??[];l&&a.push(...this.#x(r,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?zs(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#x(e,t,o,r){let s=re(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=o.slopes[0]??NaN,[d=NaN]=o.weights,
u=[a,l].map(m=>e.pixelsOf(m,o.loss+c*(m-d)));i.push(ke("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(h=>-h),c=re(e,{...o,weights:o.weights.map((h,p)=>h+
([a,l][p]??0))}),[d,u]=[c[0]-s[0],c[1]-s[1]],m=Math.hypot(d,u)||1;i.push(ke("gdviz-tangent-line",s,[s[0]+60*d/m,s[1]+60*u/m]))}if(r){let a=re(e,r);i.push(ke("gd\
viz-step-line",s,[a[0],s[1]]),ke("gdviz-step-line",[a[0],s[1]],a)),i.push(T("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(T("circle","gdviz-held",
{cx:s[0],cy:s[1],r:9})),i}},rt=({domain:n},e)=>ot((n[e]?.[1]??1)-(n[e]?.[0]??0));function Cs(n,e){let t=K(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=de(t).indexOf(t.movers[0]??-1),{x:r,y:s}=Me(Q(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function zs({
names:n,texts:e},t,o){let r=s=>{let i=M(s,mo);return`${Math.abs(Number(s.toPrecision(mo))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Hs=".gdviz-track input, .st-key-eta input",_s=".gdviz-play",Vs="[data-testid=stPopoverBody]",it=class{#e=w("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(ho("rate",e.to_rate,Hs),ho("player",e.to_player,
_s)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${Vs} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function ho(n,e,t){let o=w("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function po(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var Ws={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Is="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",Fs="[role=combobox][aria-expanded=false]",Gs=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function yo(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(Is)&&!(o(Fs)&&Gs.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&js(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=Ws[n.key];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function js(n){let e=n.closest(".gdviz-table")??
n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function fo(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(w("strong",{textContent:e}),w("p",{textContent:t}),w("p",{textContent:o,
role:"status"}))}var jt=["aria-label","placeholder"],Ds=jt.map(n=>`[${n}]`).join(),go="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",qs=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function bo(n,e){for(let[t,o]of qs){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var xo=new WeakMap,
at=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...jt]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([o,r])=>this.#e[o]===r);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(Ds)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(go)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(go)&&wo(
e.data,bo(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of jt){let o=e.getAttribute(t);if(o===null)continue;let[r,s]=xo.get(e)??[],i=r!==void 0&&o===s?r:o,a=bo(
i,this.#e);a===i&&o===i||(xo.set(e,[i,a]),wo(o,a,l=>{e.setAttribute(t,l)}))}}};function wo(n,e,t){n!==e&&t(e)}function So({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function Mo(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function lt(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function Eo(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var vo=".js-plotly-plot, [data-gdviz]";function ko(n){let e=o=>o instanceof HTMLElement&&
(o.matches(vo)||o.querySelector(vo)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var Bs=["first","back","next","last","sound"],ct=n=>z(n.run,n.run.player.position,L(n)),dt=class{constructor(e,t){this.root=e;this.controls=t;this.#e=O(e,".gdvi\
z-scrub"),this.#t=O(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
He(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#l(t),this.#e.max=String(A(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",ct(e)),this.#t.value=String(e.speed),O(this.root,".gdviz-statu\
s").textContent=z(t,t.player.status,L(e)),r||(O(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=A(e)===0,ge(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===A(e),
this.#a("last").disabled=o===J(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of ae(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<A(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=r&&o===A(e)?t.player.
verdict:"";return[a,ct(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===A(e)&&!fe("worked")?t.player.verdict:"",i=O(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return O(this.root,`[data-do="${e}"]`)}#l(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of Bs)ge(this.#a(r),t[r]);ge(this.#e,t.scrub),ge(this.#t,t.speed);let o=O(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=z(e,t.status,$(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var Ks=.13,Us=150,ut=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&Ee(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let c=w("output",{textContent:`\
η = ${M(t)}`}),d=w("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:M(t),disabled:l});d.value=String(o.indexOf(t));let u=()=>o[Number(
d.value)]??t;d.oninput=()=>{this.#n=!0,c.textContent=`η = ${M(u())}`,d.ariaValueText=M(u()),this.move(u())},d.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.choose(u())},Us)},He(d);let m=w("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[v,E,N]of r){let y=w("span",{className:`\
gdviz-${v}`});Object.assign(y.style,{left:Dt(E),width:Dt(N-E)}),m.append(y)}let h=w("div",{className:"gdviz-ticks",ariaHidden:"true"}),[p=0,f=1]=s.map(([,v])=>v);
for(let[v,[E,N]]of s.entries()){let y=s.length<2||f-p>Ks?"":v?"gdviz-after":"gdviz-before",S=w("small",{textContent:E,className:y});S.style.left=Dt(N),h.append(
S)}let g=()=>{this.choose(t)},b=w("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});return[w("\
div",{className:"gdviz-rate-name"},w("span",{textContent:e}),...i?[b]:[],c),w("div",{className:"gdviz-track"},m,d),h]}},Dt=n=>`${(100*n).toFixed(2)}%`;var Ys=7;function No(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=L(n);if(!t?.eta||!r||r===t.eta||s===0||!Zs(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>Ys?null:{schedule:i.join(","),eta:r}}var Ro=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,Js=new Set(["eta","schedule","step"]);function Zs(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!Js.has(r)));return t(n)===t(e)}var Qs=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function mt(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await Xs(n)}).click()}async function Xs(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let d=getComputedStyle(l),u=r[c]?.style;if(u)for(let m of Qs)u[m]=d[m]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var ei=["linear","log"],ht=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=ei.map(s=>w("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),O(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(w("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var ti=6,ni=400,oi={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},ri={eta:"η",w:"W"},pt=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?w("strong",{textContent:e}):e}#s(e,t,o){let r=w("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:ri[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/ti);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=oi[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},ni))},r}};var si=110,ii=4,ai=.01,li=.16,ci=.8;function di(n){let e=Math.log10(Math.abs(n)/ai);return si*2**Math.max(0,Math.min(e,ii))}function ui(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:di(n),wave:o,side:ci*t,after:0,seconds:li}}var mi={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function hi(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===A(n)?mi[e.end]:[];return[ui(t,e.sided),...o??[]]}var pi=.2,yi=.06,fi=.01,yt=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of hi(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+s,a.currentTime+s+i],[d,u,m]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];d.type=o,d.frequency.setValueAtTime(e,l),t&&d.frequency.exponentialRampToValueAtTime(t,c),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?yi:pi,l+fi),u.gain.linearRampToValueAtTime(0,c),m.pan.setValueAtTime(r,l),d.connect(u).connect(
m).connect(a.destination),d.start(l),d.stop(c)}};function To(n,e){let{run:t,seen:o}=e,r=Ee(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of ae(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var ie=28,Po=2,gi=({run:n},e)=>n.table?.shown?$(n.steps,e):e,ft=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?A(t)+1:r+1));let s=O(e,".gdviz-rows"),i=(o.shown?t.frame:L(t))*ie;(i<s.scrollTop||i+
ie>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),Ao(s,o,t)}#o(e,t,o){let r=Oo(t.columns.map(([c])=>c),"columnheader");r.classList.add("gdviz-hea\
d");let s=w("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&
Ao(s,this.#n.run.table,this.#n)};let i=w("div",{className:"gdviz-spacer"});i.style.height=`${o*ie}px`,s.append(i);let a=w("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},r,s),l=t.columns.map(([c,d])=>xi(this.#n?.run,c,d));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,d)=>c+d,0)}ch`),a.style.setProperty("--row",`${ie}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},bi=13;function xi(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:bi):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function Ao(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/ie)-Po),s=o.predict?$(o.steps,J(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/ie)+3*Po),l=[];for(let c=r;c<a;c++){let d=gi(t,c),u=d===s&&Z(t),m=e.columns.map(([,p])=>p==="step"?String(
d):u&&p.startsWith("dW")?"":z(o,`{${p}}`,d).replaceAll(" × ","×")),h=Oo(m,"cell");h.style.top=`${c*ie}px`,h.setAttribute("aria-rowindex",String(c+2)),d===L(t)&&
h.setAttribute("aria-current","step"),l.push(h)}for(let c of ae(n,".gdviz-spacer"))c.replaceChildren(...l)}function Oo(n,e){return w("div",{className:"gdviz-row",
role:"row"},...n.map(t=>w("span",{role:e,textContent:t})))}var $o=[1,.95,.9,.85,.8,.75],gt=class{#e=null;#t="";#n=[];#o=0;show(e,t){let{run:o,frame:r,known:s,outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&
r===s,c=$(o.steps,l?r-1:r),d=c>=o.last,u=Z(t)&&!l;this.#r(e,o,a);let m=d||u?a.last:a.rows,h=Lo(a,m,m.map(([f,g])=>[z(o,f,c),z(o,g,c)]));h.style.minHeight=`${this.#o}\
px`,[...h.children].forEach((f,g)=>{f.style.minHeight=`${this.#n[g]??0}px`});let p=w("p",{className:"gdviz-end-here",textContent:o.player.verdict});d&&t.seen&&a.
last.length<a.rows.length&&h.append(p),e.replaceChildren(w("h2",{textContent:z(o,d?a.end:a.title,c)}),h)}#r(e,t,o){let r=wi(e),s=`${e.clientWidth} ${r?.clientHeight??
0} ${Si()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(h=>h<t.last),a=h=>i.map(p=>z(t,h,p)).reduce((p,f)=>f.length>p.length?
f:p,""),l=o.rows.map(([h,p])=>[a(h),a(p)]),c=Lo(o,o.rows,l);e.replaceChildren(w("h2",{textContent:a(o.title)}),c);let d=(h,p)=>(e.style.setProperty("--size",String(
h)),c.getBoundingClientRect().bottom<=p),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,m=r?u-vi(e,r):1/0;$o.some(h=>d(h,m))||$o.some(h=>d(h,u)),
this.#n=[...c.children].map(h=>h.getBoundingClientRect().height),this.#o=c.getBoundingClientRect().height}};function wi(n){let e=n.closest(".st-key-side");return e&&
getComputedStyle(e).overflowY==="auto"?e:null}function vi(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(r=>r.contains(n))+1).reduce((r,s)=>r+(parseFloat(
getComputedStyle(s).minHeight)||0),0)}var Si=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function Lo({columns:n=1,rows:e},t,o){let r=w("dl"),
s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>1&&r.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[
l="",c=""]=o[a]??[],d=w("div",{hidden:!l},w("dt",{textContent:l}),w("dd",{},...Mi(c)));i&&d.style.setProperty("--mark",i),d.classList.toggle("gdviz-marked",i!==
void 0),d.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(d)}),r}function Mi(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%2?w("i",{textContent:e}):
e)}var Co={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},bt=class{constructor(e,t,o,r){this.store=t;
this.renderer=o;this.tell=r;this.#t=new Ue(t,this,Co),this.#n=new dt(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#s=new ht(i=>{t.choose(
i)}),this.#a=new Ze(i=>{this.tell("weight",i)}),this.#l=new ut(i=>{this.#d.tryRate(i)},i=>{Nt("eta",i)}),this.#c=new nt(i=>{t.moveRing(i)}),this.#d=new st(i=>{this.#A(
i)}),this.#i=new pt({eta:this.#l,w:this.#d}),this.#u=new tt(O(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#P(t.state);a&&this.#m.play(a,i,Co.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#c.focus()}}),this.#p=new Je(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#y=new Be(t,i=>{this.tell("shown",i)}),this.#x=[t.subscribe(this.#$),an(this.#N),ze(()=>{this.#l.forget(),this.#M()}),lt(document,"keydown",i=>{
!this.#h.takesKey(i)&&e.isConnected&&t.state&&yo(i,this)},!0),lt(document,"click",So),lt(document,"keydown",Mo,!0),Eo(this.#M),ko(this.#M)];let s=t.state;this.#N(),
t.state&&t.state===s&&this.#R(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#o=new gt;#r=new ft;#s;#i;#a;#l;#u;#d;#c;#m=new Xe;#y;#h=new it;#b=new at;#p;#f=new yt;#x;#g=null;#w=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#x)t();this.#m.clear();let e=[this.#n,this.#l,this.#d,this.#i,this.#c,this.#y,this.#h,this.#b,this.#p,this.#f];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():Z(t)?this.#k():this.#t.play()},next:()=>{Z(t)?this.#k():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(A(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#O(t)},home:()=>{this.tell("panel",{tool:"home",step:L(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:L(t)})},look:()=>{this.tell("panel",{tool:"look",step:L(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
D(t)==="step"?(this.#u.submit(),!0):this.#c.takesKey(e)}#k(){this.store.ask(),this.#c.focus()}async#O(e){let t=`gdviz-${L(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=fe("graph")?.querySelector("svg");r&&await mt(r,t)}}#N=()=>{let e=ye(),t=e===null?null:this.store.receive(e);if(!t)return;let o=this.#g;
if(this.#g=null,o&&Ro(t,o)){this.store.resume(t),this.#t.play();return}this.#g=No(this.store.state,t),this.#g?(this.store.pause(),Nt("schedule",this.#g.schedule)):
this.store.load(t)};#$=(e,t)=>{this.#f.show(e,t),t&&Ei(e,t)?(this.#u.show(e),this.#v(e)):this.#R(e)};#R(e){let t=K(e).map(async o=>this.#S(o.chart)?.show(Q(e,o)));
this.#w=Promise.all(t),this.#w.then(this.#E),this.#T(e),this.#y.show(e)}#T(e){let{run:t,frame:o}=e;this.#n.show(e),this.#h.show(t),this.#b.show(t),this.#p.show(
t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",ct(e)).trim();for(let{chart:i}of K(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);X("worked",i=>{this.#o.show(i,e)}),X("table",i=>{this.#r.show(i,e)}),X("scale",i=>{this.#s.show(i,e)}),X("rate",i=>{this.#l.
show(i,e)}),X("graph",i=>{t.graph&&this.#a.show(i,t.graph,o,z(t,t.player.graph??"",L(e)))}),X("story",i=>{t.story&&this.#i.show(i,t.story)}),X("summary",i=>{To(
i,e)}),X("mission",i=>{t.mission&&fo(i,t.mission)}),this.#u.show(e),this.#v(e)}#v(e){let t=this.#P(e);this.#c.show(e,t),this.#d.show(e,t),D(e)!=="outcome"&&this.#m.
clear()}#P(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.isThere()?o:null}#S(e){let t=this.#e.get(e),o=this.renderer.find(
e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.renderer.mount(o,{onStart:s=>{this.#A(s)},onTap:s=>{this.
tell("tap",s)},onRedraw:s=>{this.#L(e,s)}});return this.#e.set(e,r),r}#A(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("start",e)}#L(e,t){let{
state:o}=this.store;if(!o)return;let r=K(o).find(({chart:s})=>s===e);t&&r&&this.#S(e)?.show(Q(o,r)).then(this.#E),this.#v(o)}#M=()=>{let{state:e}=this.store;if(!e)
return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());for(let o of K(e)){let r=this.#S(o.chart);r&&!t.has(r)&&
r.show(Q(e,o)).then(this.#E)}this.#T(e)};#E=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(o)?.element.dataset.step;e&&(this.#n.markDrawn(K(e).every(({chart:o})=>t(
o))),e.playing||po())};async settle(){await this.#w}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:o}=t,r=K(t).map(async s=>this.#e.get(s.chart)?.
animate(Q(t,s,o),Q(t,s,o+1),e));await Promise.all(r)}},X=(n,e)=>{let t=fe(n);t&&e(t)},Ei=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var zo="gdviz-tally";function Ho(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(zo)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function _o(n){try{n.count&&sessionStorage.setItem(zo,JSON.stringify(n))}catch{}}var xt=new qe;xt.tally=Ho();xt.subscribe(({tally:n},e)=>{e&&n!==e.tally&&_o(n)});var Vo=[],Re=null,Wo=n=>({parentElement:e,setTriggerValue:t})=>Le(Vo,{place:O(e,
".gdviz-player"),tell:t},()=>{ki(n)});function ki(n){let e=Ce(Vo);if(Re&&Re.panel===e){Re.player.tell=e.tell;return}Re?.player.destroy(),Re=e?{panel:e,player:new bt(
e.place,xt,n(xt),e.tell)}:null}var wt=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function Fo(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(p=>p.flatMap(n.wordsOf)),i=o.filter(p=>!r.includes(p)&&!s.includes(p));for(let p of o)p.
style.translate&&(p.style.translate=""),p.style.visibility&&(p.style.visibility="");let a=qt(n.edge),l=r.length+s.length>0,c=p=>l?p.map(qt).filter(Io):[],d=c(n.
marks),u=[...d.filter(({left:p,right:f})=>f-p>=12),...c(n.labels)],m=new Map(o.map(p=>[p,qt(p)])),h=(p,f)=>{let g=m.get(p);if(!g||!Io(g))return;let b=f(g);b?((b[0]||
b[1])&&(p.style.translate=`${b[0]}px ${b[1]}px`),u.push(Bt(g,b))):p.style.visibility="hidden"};for(let p of i)h(p,f=>Ut(f,a));for(let p of r)h(p,f=>Ni(f,u,a));for(let p of s)
h(p,f=>[...u,...d].some(g=>Kt(f,g,0))?null:[0,0])}var qt=n=>n.getBoundingClientRect(),Io=({left:n,right:e})=>e>n,Bt=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),Kt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Ut({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,c)=>Math.max(l-i,0)||Math.min(c-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function Ni(n,e,t){let o=Ut(
n,t),r=Bt(n,o),s=e.filter(u=>Kt(r,u,1.5));if(!s.length)return o;let i=u=>s.map(m=>m[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,m])=>Math.abs(u)+Math.abs(m),c=u=>{let m=Bt(r,u);return l(Ut(m,t))===
0&&!e.some(h=>Kt(m,h,1.5))},[d]=a.filter(u=>l(u)<=48&&c(u)).sort((u,m)=>l(u)-l(m));return d?[o[0]+d[0],o[1]+d[1]]:null}var Ri={x:80,y:40},Te=class{constructor(e,t,o,r){this.way=e;this.layout=t;this.range=o;this.extent=r}way;layout;range;extent;get isLog(){return this.layout.type===
"log"}pixelOf(e){let[t,o]=this.range,r=((this.isLog?Math.log10(e):e)-t)/(o-t),{start:s,length:i}=this.extent;return s+i*(this.way==="x"?r:1-r)}valueAt(e){let[t,
o]=this.range,r=(e-this.extent.start)/this.extent.length;return t+(o-t)*(this.way==="x"?r:1-r)}ticks(){let[e,t]=this.range,o=this.layout.nticks??Ti(this.extent.
length/Ri[this.way],4,9)+1;if(!this.isLog){let{tickmode:i,dtick:a=1}=this.layout;return Go(Yt(e,t,i==="linear"?a:jo((t-e)/o)))}if(t-e>=1)return Yt(e,t,Math.max(
1,Math.ceil((t-e)/o))).map(a=>({value:a,text:Bo(10**a,Math.abs(a)>qo)}));let[r,s]=[10**e,10**t];return Go(Yt(r,s,jo((s-r)/o))).map(({value:i,text:a})=>({value:Math.
log10(i),text:a}))}},qo=3;function Go(n){let e=Math.max(...n.map(Math.abs));return n.map(t=>({value:t,text:Bo(t,Math.abs(Math.floor(Math.log10(e)))>qo)}))}function Bo(n,e){
if(!n||!e)return M(n).replaceAll(" × ","×");let t=Math.floor(Math.log10(Math.abs(n))+1e-9);return`${M(n/10**t)}×10${be(t)}`.replace(/^1×/,"")}var Ti=(n,e,t)=>Math.
max(e,Math.min(n,t));function jo(n){let e=10**Math.floor(Math.log10(n));return e*([2,5].find(t=>t*e>=n)??10)}function Yt(n,e,t){let[o,r]=[Math.ceil(n/t-1e-6),Math.
floor(e/t+1e-6)],s=Math.max(0,Math.min(r-o+1,100));return Array.from({length:s},(i,a)=>Number(((o+a)*t).toPrecision(12)))}function Ko(n,e,t,o){let[r=0,s=1]=n.domain??
[],[i=0,a=1]=e.domain??[],l={start:o.left+r*o.width,length:(s-r)*o.width},c={start:o.top+(1-a)*o.height,length:(a-i)*o.height};if(!e.scaleanchor)return[l,c];let[
d=1,u=1]=t.map(([h=0,p=1])=>p-h),m=Math.min(l.length/d,c.length/u);return[Do(l,m*d),Do(c,m*u)]}var Do=({start:n,length:e},t)=>({start:n+(e-t)/2,length:t});function Pe(n){if(!n)return[];if(!("bdata"in n))return n;let e=Uint8Array.from(atob(n.bdata),t=>t.charCodeAt(0));return[...Pi(n.dtype,e.buffer)]}function Pi(n,e){
switch(n){case"f8":return new Float64Array(e);case"i1":return new Int8Array(e);case"i2":return new Int16Array(e);case"i4":return new Int32Array(e);default:throw new Error(
`numbers of an unknown type ${n}`)}}var Uo=1e5,Ae=([n,e])=>Number.isFinite(n)&&Number.isFinite(e),Zo=([n,e])=>`${vt(n)},${vt(e)}`,vt=n=>Math.round(1e3*Math.max(-Uo,Math.min(n,Uo)))/1e3;function Ai(n){
let e=!1;return n.map(t=>{let o=e;return e=Ae(t),e?`${o?"L":"M"}${Zo(t)}`:""}).join("")}var ee=2/Math.sqrt(3),Oi={circle:n=>`M${n},0A${n},${n} 0 1,1 0,${-n}A${n}\
,${n} 0 0,1 ${n},0Z`,square:n=>`M${n},${n}H${-n}V${-n}H${n}Z`,diamond:n=>`M${1.3*n},0L0,${1.3*n}L${-1.3*n},0L0,${-1.3*n}Z`,cross:n=>{let[e,t]=[1.2*n,.4*n];return`\
M${e},${t}H${t}V${e}H${-t}V${t}H${-e}V${-t}H${-t}V${-e}H${t}V${-t}H${e}Z`},x:n=>{let e=.8*n/Math.SQRT2;return`M0,${e}l${e},${e}l${e},${-e}l${-e},${-e}l${e},${-e}\
l${-e},${-e}l${-e},${e}l${-e},${-e}l${-e},${e}l${e},${e}l${-e},${e}l${e},${e}Z`},"triangle-up":n=>`M${-ee*n},${n/2}H${ee*n}L0,${-n}Z`,"triangle-down":n=>`M${-ee*
n},${-n/2}H${ee*n}L0,${n}Z`,"triangle-left":n=>`M${n/2},${-ee*n}V${ee*n}L${-n},0Z`,"triangle-right":n=>`M${-n/2},${-ee*n}V${ee*n}L${n},0Z`,star:n=>`M${Array.from(
{length:10},(t,o)=>{let[r,s]=[(2*o-5)*Math.PI/10,1.4*n*(o%2?.382:1)];return`${s*Math.cos(r)},${s*Math.sin(r)}`}).join("L")}Z`},Yo="-open",St=class{constructor(e){
this.trace=e;let{mode:t="lines",line:o,fill:r,fillcolor:s,opacity:i}=e;this.#e=t.includes("lines")?T("path","js-line",{fill:r?s??"none":"none",stroke:o?.color??
"none","stroke-width":o?.width??2,"stroke-linejoin":"round",...o?.dash==="dot"&&{"stroke-dasharray":`${Math.max(3,o.width)}`}}):null,this.#e&&this.group.append(
this.#e),t.includes("markers")&&this.group.append(this.#t),t.includes("text")&&this.group.append(this.#n),i!==void 0&&this.group.setAttribute("opacity",String(i))}trace;group=T(
"g","trace",{});#e;#t=T("g","points",{});#n=T("g","textpoint",{});put(e,t){this.#e?.setAttribute("d",Ai(e)),this.#t.parentNode&&this.#o(e),this.#n.parentNode&&this.#s(
e,t)}#o(e){let t=Jo(this.#t,e.length,o=>this.#r(o));e.forEach((o,r)=>{let s=t[r];s&&(s.style.display=Ae(o)?"":"none",Ae(o)&&s.setAttribute("transform",`translat\
e(${Zo(o)})`))})}#r(e){let{symbol:t="circle",size:o=6,opacity:r=1,line:s}=this.trace.marker??{},i=this.trace.marker?.color??this.trace.line?.color??"none",a=t.endsWith(
Yo),l=Oi[t.replace(Yo,"")];if(!l)throw new Error(`no mark ${t}`);let c=typeof o=="number"?o:Pe(o)[e]??0;return T("path","point",{d:l(c/2),fill:a?"none":i,stroke:a?
i:s?.color??"none","stroke-width":s?.width??(a?1:0),opacity:r})}#s(e,t){let o=Jo(this.#n,e.length,()=>this.#i());e.forEach((r,s)=>{let i=o[s];if(!i)return;let a=t?.[s];
if(a!==void 0&&i.textContent!==a&&(i.textContent=a),i.style.display=Ae(r)?"":"none",!Ae(r))return;let[l,c]=r;i.setAttribute("x",String(vt(l))),i.setAttribute("y",
String(vt(c)+this.#a()))})}#i(){let{textfont:e,textposition:t="middle center"}=this.trace,o=t.endsWith("left")?"end":t.endsWith("right")?"start":"middle";return T(
"text","",{"text-anchor":o,fill:e?.color??"","font-size":e?.size??12})}#a(){let{textfont:e,textposition:t="middle center"}=this.trace,o=e?.size??12,[r]=t.split(
" ");return o*(r==="top"?-.25:r==="bottom"?.75:.25)}};function Jo(n,e,t){for(;n.childElementCount>e;)n.lastElementChild?.remove();for(;n.childElementCount<e;)n.
append(t(n.childElementCount));return Array.from(n.children)}var Ci=0,Mt=class{constructor(e){this.figure=e;this.layout=e.layout,this.marks=e.data.map(t=>new St(t)),this.#e=e.data.map(({x:t,y:o,text:r})=>({x:Pe(t),y:Pe(o),
...typeof r=="object"&&{text:r}})),this.marks.forEach(({trace:t,group:o},r)=>{let s=t.xaxis==="x2";t.cliponaxis!==!1&&o.setAttribute("clip-path",`url(#${this.#n}\
-${s?2:1})`),this.#r[s?1:0].append(o),o.setAttribute("data-trace",String(r))}),this.svg.append(this.#o,...this.#r,this.#s),this.box.append(this.svg)}figure;svg=T(
"svg","gdviz-drawing",{"aria-hidden":"true"});box=w("div",{className:"gdviz-chart"});marks;layout;#e;#t=null;#n=`gdviz-clip-${++Ci}`;#o=T("g","ground",{});#r=[T(
"g","scatterlayer",{}),T("g","scatterlayer",{})];#s=T("g","labels",{});#i=null;axes(e=!1){let t=e?this.#t?.second:this.#t?.first;if(!t)throw new Error("the char\
t is not drawn");return t}places(e){return this.#e[e]??{}}get height(){let e=this.box.parentElement?.clientHeight??0;return e>0?e:this.layout.height}draw(){let e=this.
box.clientWidth,t=this.height;this.svg.setAttribute("viewBox",`0 0 ${e} ${t}`);for(let[o,r]of Object.entries({width:e,height:t}))this.svg.setAttribute(o,String(
r));this.svg.style.setProperty("--gdviz-paper",this.layout.paper_bgcolor),this.#t=this.#l(e),this.#u(),this.#m(),this.marks.forEach((o,r)=>{this.#a(r)})}change(e){
this.layout=Object.entries(e).reduce((t,[o,r])=>Xo(t,o.split("."),r),this.layout)}set(e,t){this.#e[e]={...this.places(e),...t},this.#a(e)}pixelsOf(e,{x:t=[],y:o=[]}){
let[r,s]=this.axes(this.figure.data[e]?.xaxis==="x2");return t.map((i,a)=>[Qo(r,i),Qo(s,o[a]??null)])}move(e,t){this.marks[e]?.put(t)}setPicture(e){this.#i?.setAttribute(
"href",e);let[t]=this.layout.images??[];t&&(this.layout={...this.layout,images:[{...t,source:e}]})}labels(){return[this.#t?.first[1],this.#t?.second?.[1]].flatMap(
t=>t&&t.layout.visible!==!1?t.ticks().map(({text:o})=>o):[])}roomFor(e){return(this.layout.yaxis.tickfont?.size??0)*(2.8+.58*e)}#a(e){let t=this.places(e);this.
marks[e]?.put(this.pixelsOf(e,t),t.text)}#l(e){let{l:t,r:o,t:r,b:s}=this.layout.margin,[i,a,l,c]=[t,o,r,s].map(Math.round),d=new DOMRect(i,l,Math.max(e-i-a,1),Math.
max(this.height-l-c,1)),u=(g,b)=>{let[v,E]=[g.range??[0,1],b.range??[0,1]],[N,y]=Ko(g,b,[v,E],d);return[new Te("x",g,v,N),new Te("y",b,E,y)]},{xaxis:m,yaxis:h,xaxis2:p,
yaxis2:f}=this.layout;return{first:u(m,h),second:p&&f?u(p,f):null}}#u(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],t=e.map(([r,s],i)=>{let a=T("\
clipPath","",{id:`${this.#n}-${i+1}`});return a.append(T("rect","",{x:r.extent.start,y:s.extent.start,width:r.extent.length,height:s.extent.length})),a}),o=T("g",
"",{"clip-path":`url(#${this.#n}-1)`});this.#i=this.#c(),this.#i&&o.append(this.#i),o.append(...(this.layout.shapes??[]).map(r=>this.#d(r))),this.#o.replaceChildren(
...t,o,...e.flatMap(zi))}#d({path:e,fillcolor:t="none",line:o}){let[r,s]=this.axes(),i=e.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g,(a,l,c)=>[r.pixelOf(Number(l)),s.pixelOf(
Number(c))].map(d=>d.toFixed(2)).join(","));return T("path","",{d:i,fill:t,"fill-rule":"evenodd",stroke:o?.color??"none","stroke-width":o?.width??0})}#c(){let[e]=this.
layout.images??[];if(!e)return null;let[t,o]=this.axes(),[r,s]=[t.pixelOf(e.x),o.pixelOf(e.y)],[i,a]=[t.pixelOf(e.x+e.sizex),o.pixelOf(e.y-e.sizey)],l={x:r,y:s,
width:i-r,height:a-s};return T("image","",{href:e.source,preserveAspectRatio:"none",...l})}#m(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],{layout:t,
height:o}=this,r=(s,i)=>_i(s,i,t,o);this.#s.replaceChildren(...e.flatMap(([s,i])=>[...r(s,i),...r(i,s)]))}},Qo=(n,e)=>e===null?NaN:n.pixelOf(e);function Xo(n,[e="",
...t],o){let r=n[e]??{};return{...n,[e]:t.length?Xo(r,t,o):o}}function zi([n,e]){let t=(o,r)=>{if(o.layout.visible===!1||o.layout.showgrid===!1)return[];let{start:s,
length:i}=r.extent;return o.ticks().map(({value:a})=>{let l=er(o,a),c=o.way==="x"?{x1:l,x2:l,y1:s,y2:s+i}:{y1:l,y2:l,x1:s,x2:s+i};return T("line","grid",{...c,stroke:o.
layout.gridcolor??"none"})})};return[...t(n,e),...t(e,n)]}var er=(n,e)=>n.pixelOf(n.isLog?10**e:e),Jt=3,Hi=.36;function _i(n,e,{font:t,margin:o},r){let{layout:s,
extent:i,way:a}=n;if(s.visible===!1)return[];let l=s.tickfont?.size??12,[c,d]=[e.extent.start+e.extent.length,i.start+i.length/2],u=e.extent.start,m=n.ticks().map(
({value:f,text:g})=>{let b=er(n,f),v=a==="x"?{x:b,y:c+Jt+l}:{x:u-Jt,y:b+Hi*l},E=T("text",`${a}tick`,{...v,"text-anchor":a==="x"?"middle":"end","font-size":l});return E.
textContent=g,E}),{text:h="",font:p}=s.title??{};if(h){let f=p?.size??l,g=a==="x"?{x:d,y:Math.min(c+Jt+2.4*l+f/2,r-.4*f)}:{transform:`translate(${f+(u-o.l)}, ${d}\
) rotate(-90)`},b=T("text",`${a}title`,{...g,"text-anchor":"middle","font-size":f});b.textContent=h,m.push(b)}for(let f of m)f.setAttribute("fill",t.color);return m}var Et=class{#e=new Map;constructor(e){for(let[t,o]of Object.entries(e)){let r=this.find(t);if(!r)continue;let s=new Mt(o);r.replaceChildren(s.box),s.draw(),this.#e.
set(r,s)}}find(e){return document.querySelector(`.st-key-${e} > div`)}mount(e,t){let o=this.#e.get(e);if(!o)throw new Error("no figure was drawn there");return new Zt(
e,t,o)}},Zt=class{constructor(e,t,o){this.element=e;this.listener=t;this.#e=o,e.setAttribute("role","figure");let r=()=>`${e.clientWidth} ${e.clientHeight}`,s=r();
this.#o=new ResizeObserver(()=>{r()!==s&&(s=r(),this.#e.draw(),this.#r&&this.#d(this.#r),t.onRedraw(!1))}),this.#o.observe(e),e.addEventListener("click",this.#m,
{signal:this.#n.signal})}element;listener;#e;#t=new wt;#n=new AbortController;#o;#r=null;#s=!1;isThere(){return this.element.isConnected}destroy(){this.stop(),this.#o.
disconnect(),this.#n.abort()}stop(){this.#t.end(),this.#s=!1}show(e){return this.#i(e)||(this.#t.take(),this.#a(e)),Promise.resolve()}async animate(e,t,o){if(!this.#i(
e))return;let r=this.#t.take();this.#s=!1;let{scene:s,frame:i}=e;for(let{data:l,traces:c,share:d}of Un(e))if(!await this.#c(r,l,c,o*d))return;let a=s.glides?.[i];
a!==void 0&&!await this.#c(r,Me(t),de(s),o*a)||Yn(e)&&this.#a(t)}#i({scene:e,frame:t,known:o}){let r=this.#r;return this.#s&&r?.scene===e&&r.frame===t&&r.known===
o}#a(e){let t=this.#r,{scene:o,frame:r,known:s,run:i}=e;(t?.scene!==o||t.known!==s)&&this.#l(e),this.#u(e);let a=o.pictures?.[r];a&&this.#e.setPicture(a);let l=Me(
e);de(o).forEach((c,d)=>{this.#e.set(c,l[d]??{})}),this.#r=e,this.#s=!0,this.#d(e),this.element.dataset.step=String(i.steps[r])}#l(e){if(!e.scene.fixed)return;let{
lines:t,layout:o}=Jn(e);this.#e.change(o),this.#e.draw();let r=this.#e.roomFor(Math.max(0,...this.#e.labels().map(s=>s.length)));r!==this.#e.layout.margin.l&&(this.#e.
change({"margin.l":r}),this.#e.draw());for(let{trace:s,x:i,y:a}of t)this.#e.set(s,{x:i,y:a})}#u(e){let t=Zn(e);if(!t||String(this.ranges())===String(t.slice(0,4)))
return;let[o,r,s,i,a=0]=t,l=this.#e.roomFor(a);this.#e.change({"xaxis.range":[o,r],"yaxis.range":[s,i],"margin.l":l}),this.#e.draw()}#d({scene:e,frame:t}){for(let i of e.
fixed?.lines??[]){let[a]=De(i,t),{x:l=[],y:c=[]}=this.#e.places(i.trace),d=l.filter(u=>u!==null&&u<=(a??-1/0));this.#e.move(i.trace,this.#e.pixelsOf(i.trace,{x:d,
y:c})),this.#e.marks[i.trace]?.group.toggleAttribute("data-cut",d.length<l.length)}let{svg:o,marks:r}=this.#e,s=i=>Array.from(o.querySelectorAll(i));Fo({edge:this.
element,wordsOf:i=>Array.from(r[i]?.group.querySelectorAll("text")??[]),words:s(".textpoint text"),marks:s(".points path"),labels:s(".labels text")},e.asides??[],
e.yields??[])}async#c(e,t,o,r){let i=o.map((l,c)=>{let d={...this.#e.places(l),...t[c]},[u,m]=[this.#e.places(l),d].map(h=>this.#e.pixelsOf(l,h));return{trace:l,
places:d,from:u??[],to:m??[],moves:!!t[c]?.x}}).filter(({moves:l})=>l),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);if(!this.#t.
holds(e))return!1;l=Math.max(0,Math.min((c-a)/Math.max(r,1),1));for(let{trace:d,from:u,to:m}of i)this.#e.move(d,m.map((h,p)=>Vi(u[p]??h,h,l)))}for(let{trace:l,places:c}of i)
this.#e.set(l,c);return!0}get overlay(){return this.#e.box}ranges(){let[e,t]=this.#e.axes();return[e.range,t.range]}placeAt(e,t){let{left:o,top:r}=this.#e.svg.getBoundingClientRect(),
[s,i]=this.#e.axes();return[s.valueAt(e-o),i.valueAt(t-r)]}pixelsOf(e,t){let[o,r]=this.#e.axes();return[o.pixelOf(e),r.pixelOf(t)]}heightAt(e){let{x:t=[],y:o=[]}=this.#e.
places(0),r=t.findIndex(m=>m!==null&&m>=e),[s,i]=[Math.max(r-1,0),r<0?t.length-1:r],[a,l,c,d]=[t[s]??NaN,t[i]??NaN,o[s]??NaN,o[i]??NaN],u=l>a?Math.min(Math.max(
(e-a)/(l-a),0),1):0;return c+u*(d-c)}#m=({clientX:e,clientY:t})=>{let{grid:o,taps:r,clickable:s}=this.#r?.scene??{},i=this.placeAt(e,t);if(!this.ranges().every(
([c,d],u)=>c<=(i[u]??NaN)&&(i[u]??NaN)<=d))return;let l=c=>i.map((d,u)=>Number((Math.round(d/(c[u]??1))*(c[u]??1)).toFixed(6)));if(o)this.listener.onStart(l(o));else if(r)
this.listener.onTap(l(r));else if(s){let c=(this.#e.places(0).x??[]).filter(d=>d!==null);this.listener.onStart([c.reduce((d,u)=>Math.abs(u-i[0])<Math.abs(d-i[0])?
u:d)])}};fade(e){if(this.#r)for(let t of de(this.#r.scene)){let o=this.#e.marks[t]?.group;o&&(o.style.opacity=e?"0.15":"")}}async save(e){await mt(this.#e.svg,e)}},
Vi=([n,e],[t,o],r)=>r>=1?[t,o]:[n+r*(t-n),e+r*(o-e)];var Xt=n=>O(document,`#gdviz-${n}`).textContent,Wi={eta:"eta",schedule:"schedule",start:"w"};function or(n){return n.startsWith("{")?new TextEncoder().encode(n):
Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var kt=()=>JSON.parse(ye()??"{}").link??{},tr=0;async function Ii(n,e){let t=++tr,o=document.querySelector("[data-aw\
ay]");try{let r=await fetch(`lesson/run?${new URLSearchParams({...kt(),change:n,to:e}).toString()}`);if(!r.ok)throw new Error(r.statusText);let s=or(await r.text());
if(o&&(o.hidden=!0),t!==tr)return;en(s),history.replaceState(null,"",`?${new URLSearchParams(kt()).toString()}`)}catch{o&&(o.hidden=!1),Rt()}}var rr=document.querySelector(
"[data-away]")!==null,sr=(n,e)=>{let t=Wi[n];t&&ir(t,String(e))};function ir(n,e){rr?Ii(n,e):Fi(n,e)}var Oe=null,Qt=null;function Fi(n,e){Oe??=JSON.parse(ye()??
"{}");let r={...Qt??Ht(Oe),...{eta:()=>({rate:Number(e)}),w:()=>({start:e.split(",").map(Number)}),opt:()=>({rule:e})}[n]?.()},i=JSON.stringify(r)===JSON.stringify(
Ht(Oe))?Oe:Fn(Oe,r);i?(Qt=r,en(new TextEncoder().encode(JSON.stringify(i)))):Rt()}var en=n=>{sn(document.body,n,sr)},nr=JSON.parse(Xt("dark")),Gi=matchMedia("(p\
refers-color-scheme: dark)").matches,ji=JSON.parse(Xt("figures").replace(/"((#|rgb)[^"]*)"/g,(n,e)=>Gi&&nr[e]?`"${nr[e]}"`:n));for(let n of document.querySelectorAll(
"a[data-to]"))n.addEventListener("click",()=>{let e=new URLSearchParams(location.search);n.dataset.lang&&e.set("lang",n.dataset.lang),n.href=`${n.dataset.to??""}\
?${e.toString()}`});for(let n of document.querySelectorAll("select[data-change]")){let e=n.dataset.change??"",t=n.querySelector("[selected]")?.value??"";n.addEventListener(
"change",()=>{n.dataset.anew===void 0?ir(e,n.value):location.search=new URLSearchParams({...kt(),change:e,to:n.value}).toString()});let o=()=>{n.value=rr?kt()[e]??
"":Qt?.rule??t};ze(o),window.addEventListener("pageshow",()=>{requestAnimationFrame(o)})}en(or(Xt("run")));Wo(()=>new Et(ji))({parentElement:document,setTriggerValue:sr});
