function Ce(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var ze=n=>n.filter(({place:e})=>e.isConnected).at(-1);var[sn,an]=["gdviz-run","gdviz-refused"];function ln(n,e,t){return Ce(window.gdvizCarriers??=[],{place:n,run:e,change:t},cr)}function cr(){let n=ze(window.gdvizCarriers??
[]);n&&(window.gdvizChange=n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(sn))))}var Pt=(n,e)=>window.gdvizChange?.(n,e),
He=()=>window.gdvizRun??null;function At(){window.dispatchEvent(new Event(an))}var cn=n=>dn(sn,n),_e=n=>dn(an,n);function dn(n,e){return window.addEventListener(
n,e),()=>{window.removeEventListener(n,e)}}var ge=n=>document.querySelector(`[data-gdviz="${n}"]`),le=(n,e)=>[...n.querySelectorAll(e)];function O(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function x(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function be(n,e){n.setAttribute("aria-label",e),n.title=
e}function Ve(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function ee(n,e){let t=Math.abs(n);if(!dr(t,e))return n.toExponential(e-1);let[o="",r=""]=t.toExponential(100).split("e"),s=/^50*$/.test(o.replace(".","").slice(
e)),i=o.slice(0,e>1?e+1:1),a=Number(i.at(-1))%2===0,l=s&&a?`${i}e${r}`:t.toExponential(e-1);return n<0?`-${l}`:l}var dr=(n,e)=>n.toExponential(e+1).charAt(e>1?e+
1:2)==="5";function N(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=ee(n,e).split("e"),r=Number(o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.
includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${we(r)}`}var We=(n,e)=>e>0?N(n,e):"0",Ot=1e-12,xe=n=>Math.abs(Number(ee(n,6))-
n)<=Ot*Math.abs(n),we=n=>Array.from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),te=n=>N(Number(ee(n,2))),G=n=>{let e=n.map(
t=>N(t));return e.length===1?e.join():`(${e.join(", ")})`};function ce(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").
replace(/[−–‐ー]/g,"-").replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var un={"+":(n,e)=>n+e,"-":(n,e)=>n-e,"*":(n,e)=>n*e,"/":(n,e)=>n/e,"^":ur,sqrt:Math.sqrt,exp:Math.exp,log:Math.log,sin:Math.sin,cos:Math.cos,tan:Math.tan,tanh:Math.
tanh,abs:Math.abs,sign:Math.sign,sigmoid:n=>1/(1+Math.exp(-n)),step:n=>n>0?1:0,max:(n,e)=>Math.max(n,e),min:(n,e)=>Math.min(n,e)};function ur(n,e){let t=Math.abs(
e);if(!Number.isInteger(e)||t>16)return n**e;let[o,r]=[1,0];for(let s=0;s<t;s+=1){let i=o*n;r=r*n+mr(o,n,i),o=i+r,r-=o-i}return Number.isFinite(o+r)?e<0?1/o:o:e<
0?1/n**t:n**t}function mr(n,e,t){let[[o,r],[s,i]]=[mn(n),mn(e)];return r*i-(t-o*s-r*s-o*i)}function mn(n){let e=134217729*n,t=e-(e-n);return[t,n-t]}var pn=new Set(
["^","exp","log","sin","cos","tan","tanh","sigmoid"]);function _(n,e,t=0){if(typeof n=="number")return n;if(typeof n=="string")return e[n]??NaN;let[o,r,s]=n,i=Object.
hasOwn(un,o)?un[o]:void 0;if(!i)return NaN;let a=_(r,e,t),l=s===void 0,c=o==="-"&&l?-a:i(a,l?NaN:_(s,e,t));return t&&pn.has(o)&&!yn(c)?c*(1+t):c}var hn=[NaN,0];
function Lt(n,e,t){if(!Array.isArray(n))return[_(n,e),0];let[o,...r]=n,s=r.map(h=>Lt(h,e,t)),i=_(n,e),[[a,l],[c,d]]=[s[0]??hn,s[1]??hn],u=s.reduce((h,[,f])=>h+f,
0),p=({"*":()=>s.reduce((h,[f,g])=>h+(g?Math.abs(i/f)*g:0),0),"/":()=>(l+Math.abs(i)*d)/Math.abs(c),"^":()=>(l?Math.abs(c*i/a)*l:0)+(d?Math.abs(i*Math.log(Math.
abs(a)))*d:0),sqrt:()=>l?l/(2*i):0,exp:()=>i*l,log:()=>l/Math.abs(a),tan:()=>(1+i*i)*l,sign:()=>0,step:()=>0}[o]??(()=>u))();return[i,p+(pn.has(o)&&!yn(i)?t*Math.
abs(i):0)]}var yn=n=>Math.fround(n)===n;var ve=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN])),de=(n,e)=>_(n.value,ve(n,e));function Ie(n,e,t=0){let o=ve(n,e);return{weights:e,loss:_(
n.value,o,t),slopes:n.slopes.map(r=>_(r,o,t))}}var ne=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){
return this.#e+=1,this.memories=this.memories.map((t,o)=>hr(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function fn(n,e,t,o,r){
let s=new ne(e,o,t.length);return $t(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((c,d)=>c-(l[d]??NaN))})}function $t(n,e,t,o){let r=[Ie(n,e)];
for(;r.length<=t;){let s=r.at(-1),i=s&&Ie(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function hr({lines:n,constants:e},t,o,r,s){
let i={...e,η:t,g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=_(l,i);return i}var Se=(n,e,t)=>Array.from({length:t},(o,r)=>n+(e-n)*r/(t-1));var D=class{low;high;bottom;top;constructor([e=NaN,t=NaN,o=NaN,r=NaN]){[this.low,this.high,this.bottom,this.top]=[e,t,o,r]}get width(){return this.high-this.low}get height(){
return this.top-this.bottom}shows(e){return this.low<=e&&e<=this.high}holds([e,t]){return this.shows(e)&&this.bottom<=t&&t<=this.top}at([e,t]){return[this.low+e*
this.width,this.bottom+t*this.height]}held([e,t]){let[[o,r],[s,i]]=[this.at([-.2,-.2]),this.at([1.2,1.2])];return[Math.max(o,Math.min(e,s)),Math.max(r,Math.min(
t,i))]}clipped(e,t,o=0){let[r,s]=[this.at([-o,-o]),this.at([1+o,1+o])],[i,a]=[0,1];for(let c of[0,1]){let d=t[c]-e[c],u=[(r[c]-e[c])/d,(s[c]-e[c])/d];if(d!==0)[
i,a]=[Math.max(i,Math.min(...u)),Math.min(a,Math.max(...u))];else if(e[c]<r[c]||e[c]>s[c])return null}let l=c=>[e[0]+c*(t[0]-e[0]),e[1]+c*(t[1]-e[1])];return i<=
a?[l(i),l(a)]:null}},T=(...n)=>n.every(e=>e?.every(Number.isFinite))?n.flatMap(e=>[...e??[]]):[],B=(...n)=>n.filter(t=>t!==null).map(t=>T(...t)).filter(t=>t.length>
0).flatMap((t,o)=>o?[null,null,...t]:t);function Me(n,{traces:e},t,o){let r=new Map(Object.entries(e).map(([s,i])=>[i,s]));return n.tracks.map(s=>{let i=r.get(s.
trace)??"",{trace:a,text:l,grows:c}=s,d=i===o?s.rows.filter(u=>u.length).slice(0,1):[];return{trace:a,rows:t[i]??(d.length?d:[[]]),...l&&{text:l},...c&&{grows:c}}})}var gn=.6,pr=.04,yr=.15,fr=.09,gr=30,bn=.44,br=1e-6;function xn(n,e,{hand:t,walk:o,steps:r}){let s=new D(e.view),i=r.map(u=>vn(o,u)),a=i.map(u=>({...wr(s,e,u),...vr(
s,t,u)})),l=[...new Set(a.flatMap(u=>Object.keys(u)))],c=Object.fromEntries(l.map(u=>[u,a.map(m=>m[u]??[])])),d=r.slice(1).map((u,m)=>{let[p,h]=[r[m]??0,i[m]];return h&&
u===p+1?Sr(s,h):Mr(s,o,p,u)});return{...n,tracks:Me(n,e,c,"minima_words"),legs:d,axes:xr(n,s)}}function wn({view:n,lens:[e=0,t=0]=[]},{walk:o,steps:r}){let s=new D(
n);return r.flatMap(i=>{let a=vn(o,i);return zt(s,a)?[[i,bn/Math.abs(a.update)*s.width*(t-e)]]:[]})}var xr=({axes:n},{low:e,high:t,bottom:o,top:r})=>[n?.find(([
s,i])=>s===e&&i===t)??[e,t,o,r,n?.[0]?.[4]??0]];function vn({points:n,updates:e},t){let[o,r]=[n[t],n[t+1]],[s=NaN,i=NaN]=[o?.weights[0],o?.slopes[0]],a=r?e[t]?.[0]??
NaN:NaN;return{w:s,loss:o?.loss??NaN,slope:i,update:a,rise:(r?.loss??NaN)-(o?.loss??NaN)}}var Fe=({w:n,loss:e})=>[n,e],Ct=({w:n,loss:e,slope:t,update:o})=>[n-o,
e-t*o],Sn=({w:n,loss:e,update:t,rise:o})=>[n-t,e+o],zt=(n,e)=>n.holds(Fe(e))&&Math.abs(e.update)<pr*n.width&&Math.abs(e.slope*e.update)>1e-250;function wr(n,{words:[
e=0,t=0]},o){let{w:r,loss:s,slope:i,update:a,rise:l}=o,[c,d,u]=[Fe(o),Ct(o),Sn(o)],m=y=>T(n.at([e,t-fr*y]));if(!n.holds(c)){let y=v=>T(n.at([v,.4]));return{...r<
n.low&&{gone_left:y(.02)},...r>n.high&&{gone_right:y(.98)},gone_words:m(1)}}let p=Math.max(.16*n.width,Number.isFinite(a)?1.15*Math.abs(a):0),h=[[r-p,s-i*p],[r+
p,s+i*p]],f=n.clipped(n.clipped(...h)?.[0]??h[0],n.clipped(...h)?.[1]??h[1],-.07),g={point:T(c),trail:T(c),tangent:B(n.clipped(...h)),...i>0?{slope_left:T(f?.[0]??
null)}:{slope_right:T(f?.[1]??null)}};if(!Number.isFinite(a))return g;let b=[r-a,s],w=n.clipped(c,b);if(Object.assign(g,{triangle:B(w,n.clipped(b,d)),drop:B(n.clipped(
d,u))}),zt(n,o))return g;let R=Math.abs(a)>yr*n.width;if(w&&R?g.update=T([(w[0][0]+w[1][0])/2,(w[0][1]+w[1][1])/2]):w&&a&&(g[a>0?"update_left":"update_right"]=T(
w[1])),l){let y=l<0?"fell":"rose";n.shows(u[0])&&(g[y]=T(u)),g[`${y}_words`]=m(0)}return g}function vr(n,e,t){if(!zt(n,t))return{};let{w:o,loss:r,slope:s,update:i,
rise:a}=t,l=bn/Math.abs(i),c=.36/Math.abs(s*i),[d,u]=[.5+(i>0?.22:-.22),s*i>0?.62:.32],m=(k,V)=>[d+k*l,u+V*c],p=k=>(k-d)/l,h=Math.abs(i)<br*n.width,f=k=>m(k,h?s*
k:de(e,[o+k])-r),g=([,k])=>k>.1&&k<.87,b=Se(p(.04),p(.96),65).filter(k=>g(f(k))),w=b.length?Se(Math.min(...b),Math.max(...b),17).map(f):[],[R,y,v]=[m(0,0),m(-i,
0),m(-i,-s*i)],M=[v,m(-i,a)],S=([k,V])=>[k,V-.1],E=s*i<0,C=E?[v[0]+(i>0?-.13:.13),v[1]]:v;return{lens_paper:T([0,0],[1,0],[1,1],[0,1],[0,0]),lens_curve:w.flatMap(
k=>g(k)?[...k]:[null,null]),lens_tangent:T(...[.04,.96].map(k=>m(p(k),s*p(k)))),lens_triangle:T(R,y,v),lens_drop:M.every(g)?T(...M):[],lens_text:T([.5,.06],[(R[0]+
y[0])/2,(R[1]+y[1])/2+(E?-.09:.08)],S(R),S(C)),...a<0&&{lens_fell:T([.5,.92])},...a>0&&{lens_rose:T([.5,.92])}}}function Sr(n,e){let[t,o]=[n.held(Ct(e)),n.held(
Sn(e))],r=n.holds(Fe(e))?n.clipped(Fe(e),Ct(e),.2)?.[1]:void 0;if(!r)return[[...o,1]];let s=r[0]===t[0]&&r[1]===t[1];return[[...r,gn],...s?[]:[[...t,0]],[...o,1-
gn]]}function Mr(n,{points:e},t,o){let r=e.slice(t+1,o+1),s=Math.ceil(r.length/gr),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(({weights:[a=NaN],loss:l})=>[
...n.held([a,l]),1/i.length])}var Ge=.6,Er=.2,Mn=.34,En=.06,kr=.045,Nr=1e-6,Rr=30,Tr=81,U=(n=[])=>[n[0]??NaN,n[1]??NaN];function kn(n,e,{walk:t,steps:o}){let r=new D(e.view),s=Er*Math.min(r.
width,r.height),a=o.map(b=>t.points[b]).filter(b=>b&&r.holds(U(b.weights))).map(({loss:b})=>b),l=a.length?Nr*(Math.max(...a)-Math.min(...a))/s:0,c=o.map(b=>Pr(r,
e,t,b,s,l)),d=[...new Set(c.flatMap(b=>Object.keys(b)))],u=Object.fromEntries(d.map(b=>[b,c.map(w=>w[b]??[])])),{low:m,high:p,bottom:h,top:f}=r,g=n.axes&&[n.axes.
find(([b,w])=>b===m&&w===p)??[m,p,h,f,0]];return{...n,tracks:Me(n,e,u,"level_words"),legs:o.slice(1).map((b,w)=>Or(r,t,o[w]??0,b)),...g&&{axes:g}}}function Pr(n,{
words:[e=0,t=0]},{points:o},r,s,i){let[a,l]=[o[r],o[r+1]],c=U(a?.weights),d=h=>T(n.at([e,t-En*h]));if(!n.holds(c)){let h=[Math.max(n.low,Math.min(c[0],n.high)),
Math.max(n.bottom,Math.min(c[1],n.top))];return{gone:T(h),gone_words:d(1)}}let u={point:T(c),trail:T(c)};if(l){u.step=B(n.clipped(c,U(l.weights)));let h=l.loss-
(a?.loss??NaN);h&&(u[h<0?"fell_words":"rose_words"]=d(0))}let m=U(a?.slopes),p=Math.hypot(...m);return p>i?{...u,...Ar(n,c,[-m[0]/p*s,-m[1]/p*s])}:u}function Ar(n,e,t){
let o=[e[0]+t[0],e[1]+t[1]],r=[o[0],e[1]],s=f=>[o[0]-.16*t[0]-f*.07*t[1],o[1]-.16*t[1]+f*.07*t[0]],i=(t[0]>=0?n.high-r[0]:r[0]-n.low)>Mn*n.width,a=i?t[0]>=0:t[1]<
0,l=kr*(i?n.width:n.height)*(a?1:-1),c=Math.abs(t[0])<Math.abs(l)?l:t[0],d=i?[e[0]+c,e[1]]:[e[0]+t[0],e[1]+l],u=t[1]>=0,m=(u?1:-1)*Math.max(Math.abs(t[1]),En*n.
height),p=Mn/2*n.width,h=[Math.max(n.low+p,Math.min(o[0],n.high-p)),e[1]+m];return{arrow_line:[...T(e,o),null,null,...T(s(1),o,s(-1))],parts:B([e,r],[r,o]),[i?a?
"across_right":"across_left":a?"across_above":"across_below"]:T(d),[u?"up_above":"up_below"]:T(h)}}function Or(n,{points:e},t,o){let r=e.slice(t+1,o+1).map(({weights:a})=>n.
held(U(a)));if(r.length===1)return r.map(a=>[...a,Ge]);let s=Math.ceil(r.length/Rr),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(a=>[...a,1/i.length])}function Nn(n,{
traces:e,view:t},{hand:o,walk:r,steps:s}){let i=o.domain.map(([S=NaN,E=NaN])=>[S,E]),[[a,l]=[NaN,NaN],[c,d]=[NaN,NaN]]=i,u=new D([a,l,c,d]),[,,m=0,p=0]=t,h=r.points.
filter(({weights:S})=>u.holds(U(S))).map(({loss:S})=>S),f=Math.max(...h,m,p)-m||1,g=[m-.1*f,m+1.2*f],w=i.map(([S,E])=>new D([S,E,...g])).map((S,E)=>Lr(S,o,r,s,u,
E)),R=Object.keys(e).length,y=n.tracks.map(S=>{let E=Math.floor(S.trace/R),C=Object.entries(e).find(([,I])=>I===S.trace%R)?.[0]??"",{trace:k,text:V}=S;return{trace:k,
rows:w[E]?.rows.map(I=>I[C]??[])??[[]],...V&&{text:V}}}),v=n.curves.map(S=>{let E=w[Math.floor(S.trace/R)],C=E?.heights??[],k=C.map(I=>I.flatMap((q,fe)=>Number.
isFinite(q)?[]:[fe])),V=(g[1]??NaN)+1.3*f;return{trace:S.trace,x:E?.x??[],basis:C.map(I=>I.map(q=>Number.isFinite(q)?q:V)),shares:s.map((I,q)=>s.map((fe,$e)=>+(q===
$e))),most:V,...k.some(I=>I.length)&&{gaps:k}}}),M=s.slice(1).map((S,E)=>S===(s[E]??0)+1);return{...n,tracks:y,curves:v,legs:M.map((S,E)=>S?[[...w.flatMap(({landings:C})=>[
...C[E]??[]]),Ge]]:[]),glides:M.map(S=>S?1-Ge:1),fixed:{layout:{"yaxis.range":g,"yaxis2.range":g}}}}function Lr(n,e,t,o,r,s){let[i=NaN,a=NaN]=e.domain[1-s]??[],
l=Se(n.low,n.high,Tr),c=(u,m)=>s?[m,u]:[u,m],d=o.map(u=>{let[m,p]=[t.points[u],t.points[u+1]],[h=NaN,f=NaN,g=NaN]=[m?.weights[s],m?.slopes[s],m?.weights[1-s]],b=p?
t.updates[u]?.[s]??NaN:NaN,w=[h,m?.loss??NaN],R=[h-b,w[1]-f*b],y=Math.max(.16*n.width,Number.isFinite(b)?1.15*Math.abs(b):0),v=n.clipped([h-y,w[1]-f*y],[h+y,w[1]+
f*y]),M=Math.max(i,Math.min(g,a));return{rows:r.holds(U(m?.weights))?{tangent:B(v),step:Number.isFinite(b)?B(n.clipped(w,R)):[],words:T(n.at([.001,.999])),point:T(
w)}:{},heights:l.map(E=>de(e,c(E,M))),landing:n.held(R)}});return{x:l,rows:d.map(({rows:u})=>u),heights:d.map(({heights:u})=>u),landings:d.map(({landing:u})=>u)}}
function Rn(n,e,{explore:{data:t},walk:o,steps:r}){let s=new D(e.view),i=t.map(([p=NaN])=>p),[a,l]=[Math.min(...i),Math.max(...i)],c=l-a||1,d=r.map(p=>{let[h,f]=U(
o.points[p]?.weights);if(!s.holds([h,f]))return{line:[],gaps:[]};let g=b=>[b,h*b+f];return{line:T(g(a-c),g(l+c)),gaps:t.flatMap(([b=NaN,w=NaN])=>[b,w,...g(b),null,
null])}}),u={line:d.map(({line:p})=>p),gaps:d.map(({gaps:p})=>p)},m=r.slice(1).map((p,h)=>p===(r[h]??0)+1);return{...n,tracks:Me(n,e,u,""),legs:m.map(()=>[]),glides:m.
map(p=>p?Ge:1)}}var[$r,Tn]=[6,15],Cr=2**-51,zr=1-1e-6,Pn=1e-6,Hr=40;function Ln(n,e,t,o={}){let r=new Map,s=new Map,i=new Set,a=y=>r.get(y)??o[y]??$r,l=y=>e[y]??NaN,c=y=>Object.
hasOwn(t,y),d=new Map,u=y=>{if(c(y))return l(y);let v=`${y} ${a(y)}`,M=d.get(v)??(a(y)>0?Number(ee(l(y),a(y))):0);return d.set(v,M),M},m=({tree:y,operands:v},M=u)=>_(
y,Object.fromEntries(v.map(([S,E])=>[S,M(E)]))),p=(y,v=u)=>Math.abs(m(y,v)-u(y.result)),h=y=>p(y)<=zr/2*An(l(y.result),a(y.result)),f=y=>{let v=An(l(y.result),a(
y.result))/2,M=[...new Set(y.operands.map(([,E])=>E))].filter(E=>!c(E)&&!xe(l(E))),S=m(y);for(let E=0;E<=Tn;E+=1){let C=!1;for(let k of M){let V=Math.abs(m(y,$e=>u(
$e)*($e===k?1+Pn:1))-S)/Pn,I=2*v/V*Math.abs(l(k)),q=Math.ceil($n(l(k))+1+E-Math.log10(I)),fe=Math.max(a(k),Math.min(Number.isFinite(q)?q:0,s.get(k)??Tn));C||=fe>
a(k),r.set(k,fe)}if(C&&h(y))return!0}return!1},g=y=>{let v=[...r];if(!f(y)){for(let M=a(y.result)-1;M>0;M-=1)if(r.set(y.result,M),s.set(y.result,M),h(y))return;
r.clear();for(let[M,S]of v)r.set(M,S);i.add(y)}};for(let y=0;y<Hr;y+=1){let v=[...n].reverse().filter(M=>!i.has(M)&&!h(M));if(!v.length)break;for(let M of v)h(M)||
g(M)}for(let y of n)h(y)||i.add(y);let b=y=>t[y]??We(l(y),a(y)),w=y=>{let v=Math.abs(u(y)-l(y));return c(y)||v<=(xe(l(y))?Ot:Cr)*Math.abs(l(y))},R=y=>y.replace(
/\{(\()?(\w+)\)?('?)\}/g,(v,M,S,E)=>{if(S.startsWith("at"))return w(`W${S.slice(2)}`)?"=":"≈";let C=b(S+E);return M&&/^−|×/.test(C)?`(${C})`:C});return n.map(
y=>{let[v,M]=[R(y.expression),b(y.result)],S=i.has(y)||v===M,E=y.operands.every(([,V])=>w(V))?"=":"≈",C=_r(y,t,b)?"=":"≈",k=S?`${w(y.result)?"=":"≈"} ${M}`:
`${E} ${v} ${C} ${M}`;return{label:R(y.label),text:`${y.letters} ${k}`}})}var $n=n=>n===0?0:Number(n.toExponential().split("e")[1]),An=(n,e)=>10**($n(n)-e+1);function _r({
tree:n,operands:e,result:t},o,r){let s=new Map(e.map(([l,c])=>[l,Ht(c==="t'"?Cn(o[c]??""):r(c))])),[i,a]=[zn(n,s),Ht(r(t))];return!!(i&&a&&i[0]*a[1]===a[0]*i[1])}
var Cn=n=>n.normalize("NFKC").replace("−","-");function Ht(n){let e=/^(−|-)?(\d+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?$/.exec(
n);if(!e)return null;let[,t,o="",r="",s="",i="0"]=e,a=Number(s?Cn(s):i),l=BigInt(o+r)*(t?-1n:1n),c=a-r.length;return c<0?[l,10n**BigInt(-c)]:[l*10n**BigInt(c),1n]}
var Vr={exp:[0,[1n,1n]],log:[1,[0n,1n]],sin:[0,[0n,1n]],cos:[0,[1n,1n]],tan:[0,[0n,1n]],tanh:[0,[0n,1n]],sigmoid:[0,[1n,2n]]};function On(n){let e=BigInt(Math.round(
Math.sqrt(Number(n)))||0);return e*e===n?e:null}function zn(n,e){if(typeof n=="number")return Ht(String(n));if(typeof n=="string")return e.get(n)??null;let[t,...o]=n,
r=o.map(c=>zn(c,e)),[s,i]=r;if(!s||r.some(c=>!c))return null;let a=r,l=Vr[t];if(l)return s[0]===BigInt(l[0])*s[1]?l[1]:null;if(t==="sqrt"){let[c,d]=[On(s[0]),On(
s[1])];return c!==null&&d!==null?[c,d]:null}if(t==="abs")return[s[0]<0n?-s[0]:s[0],s[1]];if(t==="sign")return[BigInt(+(s[0]>0n)-+(s[0]<0n)),1n];if(t==="step")return[
s[0]>0n?1n:0n,1n];if(t==="+")return a.reduce(([c,d],[u,m])=>[c*m+u*d,d*m]);if(t==="*")return a.reduce(([c,d],[u,m])=>[c*u,d*m]);if(t==="-")return i?[s[0]*i[1]-i[0]*
s[1],s[1]*i[1]]:[-s[0],s[1]];if(t==="/")return i?.[0]?[s[0]*i[1],s[1]*i[0]]:null;if(t==="^"&&i&&i[0]%i[1]===0n){let c=i[0]/i[1];return c>16n||c<-16n||c<0n&&!s[0]?
null:c<0n?[s[1]**-c,s[0]**-c]:[s[0]**c,s[1]**c]}return null}var Hn=2**-50,Wr=1e-7,_t=n=>n.every(Number.isFinite);function _n(n,{weights:e}){let t=ve(n,e),o=r=>Lt(r,t,Hn)[1];return{loss:o(n.value),slopes:n.slopes.map(o)}}
function Vn(n,e,t,o,r){let[s,i]=[0,Hn].map(c=>Fr(n,e,t,o,r,c));if(!s||!i)return null;let a=({weights:c},d)=>c.every((u,m)=>{let[p=0,h=0]=n.domain[m]??[];return Math.
abs(u-(i.points[d]?.weights[m]??NaN))<=Wr*Math.max(h-p,Math.abs(u))}),l=s.points.findIndex((c,d)=>!a(c,d));return{walk:l<0?s:Ir(s,Math.max(l,1)),twin:i}}var Ir=({
points:n,updates:e,memories:t},o)=>({points:n.slice(0,o),updates:e.slice(0,o-1),memories:t.slice(0,o-1),end:"unsure",beyond:null});function Fr(n,e,t,o,r,s){let i=new ne(
e,o,t.length),[a,l,c]=[[],[],[]],d=t;for(;a.length<=r;){let u=Ie(n,d,a.length%2?s:-s),m=[u.loss,...u.slopes];if(!_t(m)){let h=_t(d)&&[n.value,...n.slopes].some(
g=>Wn(g,ve(n,d))),f=a.length-1;return a.length?{points:a,updates:l.slice(0,f),memories:c.slice(0,f),end:h?"undefined":"exploded",beyond:h?d:null}:null}if(a.push(
u),a.length>r)break;let p=i.update(u.slopes);l.push(p),c.push(i.memories),d=u.weights.map((h,f)=>h-(p[f]??NaN))}return{points:a,updates:l,memories:c,end:"end",beyond:null}}
function Wn(n,e){if(!Array.isArray(n))return!1;let t=n.slice(1);if(t.some(s=>Wn(s,e)))return!0;let o=t.map(s=>_(s,e)),r=_(n,e);return _t(o)&&(Number.isNaN(r)||!Number.
isFinite(r)&&o.includes(0))}var[De,Vt]=[6,15],It=({hand:n,rate:e,explore:t})=>({rate:e?.value??n?.rules[0]?.constants.η??NaN,start:n?.start??[],rule:t?.rule??""});function In(n,e){let{hand:t,
explore:o}=n,r=o?.rules[e.rule];if(!t||!o||!r)return null;let s=Vn(t,r.rule,e.start,e.rate,o.steps.at(-1)??0);if(!s)return null;let{walk:i}=s,a=i.points.length-
1,l=[...new Set(o.steps.map(h=>Math.min(h,a)))],c={...s,hand:t,explore:o,steps:l},d=n.table?.shown?[...new Set(l.flatMap(h=>[h,h+1]))]:i.points.map((h,f)=>f),u={
...jr(c,d),...qr(c),...Br(c),times:Qr(c)},{worked:m,texts:p}=Ur(n,c,e);return{...n,run:JSON.stringify(e),steps:l,last:a,start:0,player:{...n.player,verdict:""},
columns:{...u,...p},constants:{...n.constants,steps:String(a),beyond:i.beyond?Gr(t.names,i.beyond):""},scenes:n.scenes.map(h=>Zr(h,c)),worked:m,...n.table&&{table:{
...n.table,columns:n.table.columns.filter(([,h])=>h!=="eta")}},hand:{...t,start:e.start,rules:[{...r.rule,constants:{...r.rule.constants,η:e.rate}}]},...es(n,e),
summary:"",sound:ts(i,l)}}var oe=n=>n?`_${n+1}`:"",ue=(...n)=>n.every(xe)?"=":"≈";function Gr(n,e){let t=e.map(s=>N(s)),[o,r]=n.length===1?[n[0]??"",t.join()]:
[`(${n.join(", ")})`,`(${t.join(", ")})`];return`${o} ${ue(...e)} ${r}`}var Dr=8;function Fn(n,e,t=0){let o=Dr*Math.abs(n-e)+t;return[6,5,4,3,2,1].find(r=>N(n-o,
r)===N(n+o,r))??0}function jr({hand:n,walk:e,twin:t},o){let r={};for(let s of o){let i=e.points[s];if(!i)continue;let[a,l,c]=[Wt(e,s),Wt(t,s),Gn(n,e,s)];for(let[
d,u]of Object.entries({E:i.loss,...a}))if(/^(E|W|slope|dW)(_\d+)?$/.test(d)){let m=d==="E"?t.points[s]?.loss:l[d];(r[d]??={})[s]=We(u,Fn(u,m??NaN,c[d]))}}return r}
function Gn(n,{points:e,updates:t},o){let r=e[o];if(!r)return{};let{loss:s,slopes:i}=_n(n,r),a=i.map((l,c)=>{let d=Math.abs((t[o]?.[c]??0)/(r.slopes[c]??NaN));return[
`dW${oe(c)}`,Number.isFinite(d)?l*d:0]});return{E:s,...Object.fromEntries([...i.map((l,c)=>[`slope${oe(c)}`,l]),...a])}}function qr({hand:{names:n},walk:{points:e,
updates:t},steps:o}){let r={},s=(i,a,l)=>{(r[i]??={})[a]=l};for(let i of o){let a=e[i];a&&(s("is_E",i,ue(a.loss)),s("is_place",i,ue(...a.weights)),n.forEach((l,c)=>{
let[d=NaN,u=NaN,m]=[a.weights[c],a.slopes[c],t[i]?.[c]];s(`is_W${oe(c)}`,i,ue(d)),s(`is_slope${oe(c)}`,i,ue(u)),s(`down${oe(c)}`,i,N(-u)),m!==void 0&&s(`is_dW${oe(
c)}`,i,ue(m))}))}return r}function Br({explore:{trends:n},walk:{points:e},steps:t}){let o={before:{},after:{},trend:{},change:{}};for(let r of t){let[s=NaN,i]=[
e[r]?.loss,e[r+1]?.loss];if(i===void 0)continue;let a=m=>N(s,m)!==N(i,m),l=Array.from({length:Vt-De+1},(m,p)=>De+p),c=s===i?De:l.find(a)??Vt,d=s===i?"same":a(c)?
i<s?"fell":"rose":"nearly",u={before:N(s,c),after:N(i,c),trend:n[d]??"",change:Kr(s,i)};for(let[m,p]of Object.entries(u))(o[m]??={})[r]=p}return o}function Kr(n,e){
let t=Math.abs(n-e),o=2**-51*Math.max(Math.abs(n),Math.abs(e),1e-290);return t<=o?t===0?"0":`< ${N(o,1)}`:N(t,Math.max(1,Math.min(De,Math.trunc(Math.log10(t/o)))))}
function Ur(n,{hand:e,explore:t,walk:o,twin:r,steps:s},{rule:i,rate:a}){let l=t.rules[i],c=l?.lines??[],d=c.filter(({result:p})=>p.startsWith("slope")),u={};for(let p of s){
let h=p===o.points.length-1,f={...l?.given,eta:N(a,Vt),"t'":we(p+1)},[g,b]=[o,r].map(v=>Wt(v,p,l?.names)),w=Gn(e,o,p),R=Object.fromEntries(Object.entries(g).map(
([v,M])=>[v,Fn(M,b[v]??NaN,w[v])])),y={...g,...Yr(f),eta:a};Ln(h?d:c,y,f,R).forEach(({label:v,text:M},S)=>{let E=h?"last":"row";(u[`label_${E}_${S}`]??={})[p]=v,
(u[`text_${E}_${S}`]??={})[p]=M})}let m=(p,h)=>Array.from({length:h},(f,g)=>[`{label_${p}_${g}}`,`{text_${p}_${g}}`]);return{texts:u,worked:{...n.worked,title:n.
worked?.title??"",rows:[...m("row",c.length),[t.loss,"E: {before} → {after}  {trend}"]],last:m("last",d.length),end:t.ends[o.end]??""}}}var Yr=n=>Object.fromEntries(
Object.entries(n).map(([e,t])=>[e,ce(t)]));function Wt({points:n,updates:e,memories:t},o,r={}){let s={},[i,a]=[n[o],n[o+1]];return i?.weights.forEach((l,c)=>{let d=oe(
c);if(Object.assign(s,{[`W${d}`]:l,[`slope${d}`]:i.slopes[c]??NaN}),!!a){Object.assign(s,{[`dW${d}`]:e[o]?.[c]??NaN,[`W${d}'`]:a.weights[c]??NaN});for(let[u,m]of Object.
entries(r))u!=="ΔW"&&(s[`${m}${d}`]=t[o-1]?.[c]?.[u]??0,s[`${m}${d}'`]=t[o]?.[c]?.[u]??NaN)}}),s}var Jr={curve:xn,landscape:kn,cuts:Nn,fit:Rn};function Zr(n,e){
let[t,o]=[Jr[n.chart],e.explore.charts[n.chart]];return t&&o?t(n,o,e):Xr(n,e)}function Qr(n){let{curve:e}=n.explore.charts,t=e?wn(e,n):[];return Object.fromEntries(
t.map(([o,r])=>[o,te(r)]))}function Xr(n,{explore:{floor:e,above:t},walk:{points:o},steps:r}){let s=r.map(p=>o[p]?.loss??NaN),i=e??Math.min(...o.map(({loss:p})=>p)),
a=n.variant==="log",l=1e-14*Math.max(1,Math.abs(i)),c=a?s.map(p=>p-i>l?p-i:null):s,d=r.at(-1)??0,u=.04*(d||1),m={...n.fixed?.layout,"xaxis.range":[-u,d+u],"xaxi\
s.tickmode":d<=10?"linear":"auto","yaxis.range":null,"yaxis.autorange":!0,...a&&i!==0&&{"yaxis.title.text":t.replace("{above}",i>0?`− ${N(i)}`:`+ ${N(-i)}`)}};
return{...n,fixed:{lines:[{trace:n.fixed?.lines?.[0]?.trace??0,x:r,y:c}],layout:m}}}function es({rate:n,hand:e,explore:t},o){if(!n)return{};let r=o.start.every(
(i,a)=>i===e?.start[a]),s=o.rule===t?.rule&&(t.hold||r);return{rate:{...n,value:o.rate,earlier:"",...s?{}:{zones:[],ticks:[]}}}}function ts({points:n},e){let t=e.
map(s=>n[s]?.slopes??[]),o=t[0]?.length===1,r=s=>o?s[0]??0:Math.hypot(...s);return{slopes:t.map(s=>Number(ee(r(s),3))),sided:o,end:""}}var Dn=4/3,ns=.95,z=n=>Math.hypot(...n),F=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),Ft=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),je=({weights:n,update:e})=>F(n,
e,-1);function jn(n){let e=z(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function qn(n,e){let{weights:t,slope:o,update:r}=e,s=je(e),i=z(F(n,s,-1)),
a=(f,g)=>z(g)>0&&z(F(n,f,-1))<=jn(g);if(G(n)===G(s)&&i<=.005*z(r)+1e-12*(1+z(s)))return"exact";if(i<=jn(r))return"right";if(!z(r))return"rests";if(a(t,r))return"\
stayed";let[c,...d]=os(e).filter(([,f,g])=>a(f,g));if(c&&!d.length)return c[0];let u=F(n,t,-1),m=z(u)/z(r),p=-Ft(u,r)/(z(u)*z(r)),h=m<Dn&&m>1/Dn;return p>ns?h?"\
close":m>1?"too-long":"too-short":h?"wrong-direction":Ft(r,o)>0&&Ft(u,o)>0?"uphill":"astray"}function os(n){let{weights:e,slope:t,update:o,rate:r}=n,s=je(n),i=t.
map(d=>r*d),l=z(F(o,i,-1))<=1e-9*z(o)?[["forgot-rate",F(e,t,-1),t],["forgot-both",F(e,t),t],["slope-only",t,t]]:[["forgot-memory",F(e,i,-1),i]],c=e.length>1?e.map(
(d,u)=>e.map((m,p)=>p===u?s[u]??NaN:m)):[];return[...l,["forgot-minus",F(e,o),o],["change-only",o,o],...c.map(d=>["one-only",d,o])]}var qe=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function H(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=rs(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function rs(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
H(n,s,t):r===e?"":r}function L(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function ss({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function Gt({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function is({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=L(t,s),a=c=>i.reduce((d,u,m)=>d+u*(e[m]?.[c]??0),0),l=n.map(
(c,d)=>Math.min(a(d),o));for(let c of r?.[s]??[])l[c]=null;return{x:n,y:l}}function Be({x:n,y:e,rests:t},o){let r=Math.min(t?L(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function Ee({run:n,scene:e,frame:t,known:o}){let r=L(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),
c=a.text?.map(d=>l?"":H(n,d,r));return Gt(e,l?[]:ss(a,t),c)};return[...e.tracks.map(i),...e.curves.map(a=>is(a,t)),...(e.fixed?.lines??[]).map(a=>Gt(e,Be(a,t))),
...e.keep.map(()=>({}))]}function me({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function Kn({scene:n,
frame:e}){let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>Be(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>Gt(
n,a.slice(c*s,(c+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function Un({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&
!n.pictures}var as=.09;function Yn({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:Bn(n,a.x,t),y:Bn(n,a.y,t)})),i=r["yaxis.\
autorange"]?ls(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var Bn=(n,e,t)=>n.predict?
e.slice(0,t+1):[...e],Jn=({scene:n,frame:e})=>n.axes?L(n.axes,e):null;function ls(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),
Math.max(...t)],s=as*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var A=({run:n})=>n.steps.length-1,$=({run:n,frame:e})=>L(n.steps,e),Y=n=>n.run.predict?n.known:A(n),J=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<A(n),ke=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function j(n){if(J(n)){if(ke(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Zn(n,{weights:e,slopes:t,updates:o,rate:r}){let s=$(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function he(n){let{predict:e}=n.
run;return e?j(n)==="step"?n.ring??Zn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var K=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),Z=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:Y(n)}),cs={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},Ke=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...cs,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Zn(o,i.predict),[c,d,u]=[qn(e,l),je(l),z(l.update)],m=z(F(e,d,-1)),p=z(F(e,l.weights,-1))/u,h={guess:G(e),truth:G(d),distance:N(m),times:te(Math.max(p,1/p))};
return{...a,outcome:{kind:c,guess:e,numbers:h},tally:{count:s.count+1,right:s.right+Number(qe(c)),distance:s.distance+(u?m/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,Y(e)));this.state={...e,frame:o,seen:e.seen||o===A(e)};for(let r of this.#t)
r(this.state,t)}};var Qn=500,Ue=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,Qn)),this.store.isAddressed?this.#e??=setTimeout(this.#r,Qn):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String($(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String($(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};var Ye=800,eo=400,Xn=Ye+eo,Dt=3,ds=1e4;function jt(n){let e=A(n)-Dt,t=n.frame<Dt;return n.speed*(t?1:Math.max(1,e*Xn/(ds-Dt*Xn)))}var Je=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
A(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<Y(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(Ye/jt(t)):await this.stage.slide(Ye/jt(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
eo/jt(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(Ye/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[Ze,to]=["data-test-connection-state","data-test-script-state"],us=3e3,ms=1e4,hs=/^Connection error$/,Qe=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[Ze,to]})}comeBack;#e=x("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&ps(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${Ze}]`);if(e?.getAttribute(Ze)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},us);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,ms),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(to)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${Ze}]`);e&&(e.inert=!1)}};function ps(n){let e=n.querySelector("[role=dialog] h2");!e||!hs.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var ys=["lesson","loss","data","view","stop"],Xe=class{#e="";show(e){let t=ys.map(i=>e.link?.[i]).join(),o=document.querySelector(".st-key-figure"),r=e.chart?o?.
querySelector(`.st-key-panel_${e.chart}`):o?.firstElementChild;if(t===this.#e||!o||!r)return;this.#e=t;let s=r.getBoundingClientRect().left-o.getBoundingClientRect().
left;o.scrollTo({left:e.chart?o.scrollLeft+s:0})}};var qt=34,no=16,fs=.4,et=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=L(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?L(u,o):[]);this.#o.forEach(({shape:u,
value:m,slope:p},h)=>{let f=s[h]??0,g=.6+5*Math.abs(f)/t.finest,b=i.length>0&&!i.includes(h);u.style.strokeWidth=String(t.chosen.includes(h)?g+2:g),u.toggleAttribute(
"data-negative",f<0),u.toggleAttribute("data-marked",i.includes(h));for(let w of[u,m,p])w.toggleAttribute("data-quiet",b);m.textContent=a?.[h]??"",p.textContent=
l?.[h]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let c=t.labels?L(t.labels,o):[];this.#r.forEach((u,m)=>u.textContent=c[m]??"");let d=t.maps?L(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",d)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=W("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});ws(
l);let c=W("g",{},l),d=vs(t),u=(i-2*qt)/(o.length-1),m=Math.min(28,a/Math.max(...o)/2-1,u/4),p=d.map(f=>f.map(g=>gs(g,m,!!t.maps,l)));this.#s=t.maps?bs(d.flat(),
m,l):[],this.#r=d.flat().map(({x:f,y:g})=>{let b=re(f,g+6,"gdviz-output",l);return b.style.fontSize=`${Math.min(18,m)}px`,b}),xs(t,d,m,a,l);let h=W("g",{class:"\
gdviz-numbers"},l);this.#o=p.slice(1).flatMap((f,g)=>[...Ss(d[g]??[],d[g+1]??[],m,c,h),...f.map((b,w)=>{let{x:R,y}=d[g+1]?.[w]??{x:0,y:0},v=y+m+no-2,[M,S]=[re(R,
v,"gdviz-value",h),re(R,v+15,"gdviz-edge-slope",h)];return{shape:b,target:b,value:M,slope:S}})]),this.#o.forEach(({shape:f,target:g},b)=>{W("title",{},g).textContent=
r[b]??"",g.onclick=()=>{this.choose(b)},f.toggleAttribute("data-chosen",s.includes(b))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function gs({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return W(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function bs(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return W("image",l,W("svg",a,t))})}function xs(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*no;for(let{x:l,y:c}of i){let d=n.neurons[s++]??"";a?re(
l,c-t-6,"gdviz-name",r).textContent=d:!n.maps&&!n.labels&&t>15&&(re(l,c+5,"gdviz-name",r).textContent=d)}}}function re(n,e,t,o){return W("text",{x:n,y:e,"text-a\
nchor":"middle",class:t},o)}function ws(n){let e=W("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",
refX:9,refY:5,markerWidth:14,markerHeight:14},s=W("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);W("path",{d:"M0 0L10 5L0 10z",class:`\
gdviz-${t}`},s)}}function W(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.
append(o),o}function vs({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:qt+r/(n.length-1)*(e-2*qt),y:t/o*(i+.5)})))}function Ss(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=Es(s,i,t),l=W("line",{...a,class:"gdviz-weight"},o),c=W("line",{...a,class:"gdviz-target"},o),d=e.length>1?fs:.5,[u,m]=[s.x+
d*(i.x-s.x),s.y+d*(i.y-s.y)];return{shape:l,target:c,...Ms(u,m,Math.sign(Math.round(i.y-s.y)),r)}}))}function Ms(n,e,t,o){let r=re(n+7*t,e-5,"gdviz-value",o),s=re(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function Es(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var ro="http://www.w3.org/2000/svg";var pe=class{#e=document.createElementNS(ro,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[c,d]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,c-a,d-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${d-l}px`})}clear(){this.#e.remove()}};function se(n,{weights:e,loss:t}){
let[o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[oo(s),oo(i)]}var oo=n=>Math.max(-1e5,Math.min(n,1e5));function tt(n,e,t=""){let o=e.map(i=>se(
n,i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>P("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[P("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function P(n,e,t){let o=document.createElementNS(ro,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var Ne=(n,e=[],t=[])=>P("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var ks=60,so=3,Ns=.05,Rs=600,Re=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function Ts(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,c)=>l!==s[c]);return{"f\
orgot-rate":(l,c)=>Re(l,c),"forgot-minus":(l,c,d)=>Re(l,d,-1),"forgot-both":(l,c)=>Re(l,c,-1),"forgot-memory":(l,c)=>Re(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,d)=>[...d],"one-only":(l,c,d)=>Re(l,d.map((u,m)=>i[m]?u:0))}[n]??null}function Ps(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=Ts(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let c=new ne(l,t.rate,r.letters.length);for(let u of i.slice(0,o))c.update(u);let d=n==="one-only"?1:Math.min(r.steps-o,ks);return $t(r,s[o]??
[],d,u=>a(u.weights,u.slopes,c.update(u.slopes)))}function As(n,{weights:e,spans:t},o){return n.slice(1,so+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.
some((l,c)=>!(Math.abs(l-(a[c]??NaN))<=Ns*(t[c]??NaN)))})}var io=n=>n.slice(0,so+1).map(({weights:e})=>G(e)).join(" → ");function ao(n){let{run:e,outcome:t,known:o}=n;
if(!e.predict||!t?.guess||!t.kind)return[];let r=Ps(t.kind,t.guess,e.predict,o-1);return As(r,e.predict,o-1)?r:[]}var nt=class{#e=new pe;#t;play(e,t,o){this.clear();
let r=o?t.length:2,s=()=>{let i=t.slice(0,r),[a,l]=se(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...tt(e,i),P("circle","gdviz-mistake",{cx:a,cy:l,
r:9})]),r>=t.length&&clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,Rs))}clear(){clearInterval(this.#t),this.#e.clear()}};var rt=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=j(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||!l,c.toggleAttribute("data-gd\
viz-predicts",!!t.predict);let d=t.predict?.texts.name??"",u=[t.run,d,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&(this.#e=u,this.box.setAttribute("aria-label",
d),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(he(e)??[])}submit(){this.box.querySelector("form")?.requestSubmit()}#o(e){
let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&ce(o.value)!==s&&(o.value=N(s))})}#r(e,t,o){if(o==="outcome")return[...Os(e,t),...this.#s(
e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([d,u])=>ot(u,()=>{this.answers.sayRegime(d)})),c=ot(r.skip,()=>{this.
answers.sayRegime(null)},"gdviz-quiet");return[ye(ie(r,"regime",{rule:i})),x("div",{},...l??[],...s?[c]:[])]}#s(e,{texts:t}){let o=ao(e);if(!o.length)return[];let r=x(
"p",{role:"status"});return[ot(t.mistake,()=>{r.textContent=ie(t,"mistaken",{way:io(o)}),this.answers.playMistake(o)}),r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,
a=he(e)??[];this.#n=a,this.#t=r.map((p,h)=>x("input",{type:"text",autocomplete:"off",ariaLabel:p,value:N(a[h]??NaN)}));let l=()=>this.#t.map(p=>ce(p.value));for(let[
p,h]of this.#t.entries())h.oninput=()=>{let f=ce(h.value);Number.isFinite(f)&&this.answers.moveRing((this.#n??[]).map((g,b)=>b===p?f:g))};let c=ie(o,r.length===
1?"ask":"ask_many",{rule:i,letter:r[0]??""}),d=x("p",{className:"gdviz-bad",role:"alert"}),u=ot(o.skip,()=>{this.answers.sayStep(null)},"gdviz-quiet"),m=x("form",
{noValidate:!0},...c?[ye(c)]:[],...r.map((p,h)=>x("label",{},`${p} = `,this.#t[h]??"")),x("button",{type:"submit",textContent:o.guess??""}),...s?[u]:[],d);return m.
onsubmit=p=>{p.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):d.textContent=o["not-a-number"]??""},m}};function Os(n,{texts:e,regime:t}){
let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:c,right:d,distance:u}=r,m=100*u/Math.max(c,1),p={count:String(c),right:String(
d),distance:m<1e3?`${te(m)} %`:`${te(m/100)} ×`},h=qe(i)?"gdviz-good":"gdviz-bad";return[...a?[ye(ie(e,i==="exact"?"hit":"result",l),h)]:[],...i?[ye(ie(e,i,{told:t?.
told??"",...l}),h)]:[],...c?[ye(ie(e,"tally",p),"gdviz-quiet")]:[],...s<A(n)?[ye(ie(e,"next"),"gdviz-quiet")]:[]]}var ie=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,
(o,r)=>t[r]??o),ye=(n,e="")=>x("p",{textContent:n,className:e}),ot=(n,e,t="")=>x("button",{type:"button",textContent:n??"",onclick:e,className:t});var lo=240;function it(n){let e=10**Math.floor(Math.log10(n/lo));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/lo)??10*e}var co=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=it(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),Bt=(n,[e,t])=>Math.max(e,Math.min(n,t)),Ls={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},st=class{constructor(e){this.move=e}move;#e=x("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=he(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=Bt(r[0]??NaN,s),l=Bt(r[1]??t.
heightAt(a),i),[c,d]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${d}px`}),this.#e.toggleAttribute("data-still",j(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${G(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=Ls[e],r=this.#o,s=r&&j(r)==="step"?he(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(c,d)=>c+a*(o[d]??0)*it(i[d]??1));return this.move(co(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:c})=>{let d=this.#o?.run.predict?.spans;if(!e||!d||c!==r)return;let u=e.
ranges(),m=e.placeAt(a,l).map((p,h)=>Bt(p,u[h===0?0:1]));this.move(co(m,d))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||j(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var $s=300,Cs=400,uo=4,zs={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},lt=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#u,t),o.addEventListener("pointermove",this.#m,t),o.addEventListener("pointerup",this.#l,t),o.addEventListener("\
pointercancel",this.#c,t),o.addEventListener("keydown",this.#h,t)}choose;#e=x("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=x("div",{className:"\
gdviz-told"});#n=new pe;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#d;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?Hs(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#g(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#p((this.#i??t.start).map((o,r)=>o+e*at(t,r))),this.#i&&N(this.#i[0]??NaN))}release(){this.#l()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#d),this.#o.abort(),this.clear(),this.#e.remove()}#u=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#m(e))};#m=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#p(this.#r.placeAt(e,t))};#l=()=>{this.#i&&
this.#y(this.#i)};#c=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#h=e=>{let t=zs[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#p((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*at(o,i))),clearTimeout(this.#d),this.#d=
setTimeout(this.#l,Cs)};#p(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/at(t,a))*at(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#f(t,o,null);let r=de(t,o);this.#g(this.#r,o.length===1?[...o,r]:o)}#y(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#c():this.choose(e)}#g(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=N(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,$s),i=e.rules.map(d=>fn(e,d,t,o??d.constants.η??NaN,s)),a=i.flatMap((d,u)=>tt(r,d,e.rules[u]?.
color)),[l,c]=i[0]??[];l&&a.push(...this.#x(r,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?_s(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#x(e,t,o,r){let s=se(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=o.slopes[0]??NaN,[d=NaN]=o.weights,
u=[a,l].map(m=>e.pixelsOf(m,o.loss+c*(m-d)));i.push(Ne("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(p=>-p),c=se(e,{...o,weights:o.weights.map((p,h)=>p+
([a,l][h]??0))}),[d,u]=[c[0]-s[0],c[1]-s[1]],m=Math.hypot(d,u)||1;i.push(Ne("gdviz-tangent-line",s,[s[0]+60*d/m,s[1]+60*u/m]))}if(r){let a=se(e,r);i.push(Ne("gd\
viz-step-line",s,[a[0],s[1]]),Ne("gdviz-step-line",[a[0],s[1]],a)),i.push(P("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(P("circle","gdviz-held",
{cx:s[0],cy:s[1],r:9})),i}},at=({domain:n},e)=>it((n[e]?.[1]??1)-(n[e]?.[0]??0));function Hs(n,e){let t=K(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=me(t).indexOf(t.movers[0]??-1),{x:r,y:s}=Ee(Z(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function _s({
names:n,texts:e},t,o){let r=s=>{let i=N(s,uo);return`${Math.abs(Number(s.toPrecision(uo))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var Vs=".gdviz-track input, .st-key-eta input",Ws=".gdviz-player:not([hidden]) .gdviz-play",Is="[data-testid=stPopoverBody]",ct=class{#e=x("nav",{className:"gdv\
iz-skip"});constructor(){document.body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(mo("rate",
e.to_rate,Vs),mo("player",e.to_player,Ws)))}look(){requestAnimationFrame(()=>{for(let e of this.#e.querySelectorAll("a"))e.hidden=!document.querySelector(e.dataset.
to??"");Fs()})}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton]\
[aria-expanded=true]")&&document.querySelector(`${Is} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function mo(n,e,t){let o=x(
"a",{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.dataset.to=t,o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function Fs(){
for(let n of document.querySelectorAll(".st-key-figure, .katex-display")){let e=n.scrollWidth>n.clientWidth;e!==n.hasAttribute("tabindex")&&(e?n.tabIndex=0:n.removeAttribute(
"tabindex"))}}var ho={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},Gs="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",Ds="[role=combobox][aria-expanded=false]",js=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function po(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(Gs)&&!(o(Ds)&&js.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&qs(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=ho[n.key]??ho[n.key.toLowerCase()];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function qs(n){let e=n.
closest(".gdviz-table")??n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function yo(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(x("strong",{textContent:e}),x("p",{textContent:t}),x("p",{textContent:o,
role:"status"}))}var Kt=["aria-label","placeholder"],Bs=Kt.map(n=>`[${n}]`).join(),fo="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",Ks=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function go(n,e){for(let[t,o]of Ks){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var bo=new WeakMap,
dt=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...Kt]};this.#t.observe(document.body,t)}show({
link:e,player:{names:t}}){let o=document.documentElement;e?.lang&&o.lang!==e.lang&&(o.lang=e.lang);let r=Object.entries(t).every(([s,i])=>this.#e[s]===i);this.#e=
t,r||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[e,...e.querySelectorAll(Bs)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(
fo)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(fo)&&xo(e.data,go(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of Kt){let o=e.getAttribute(t);
if(o===null)continue;let[r,s]=bo.get(e)??[],i=r!==void 0&&o===s?r:o,a=go(i,this.#e);a===i&&o===i||(bo.set(e,[i,a]),xo(o,a,l=>{e.setAttribute(t,l)}))}}};function xo(n,e,t){
n!==e&&t(e)}function vo({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function So(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function ut(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function Mo(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var wo=".js-plotly-plot, [data-gdviz]";function Eo(n){let e=o=>o instanceof HTMLElement&&
(o.matches(wo)||o.querySelector(wo)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var Us=["first","back","next","last","sound"],mt=n=>H(n.run,n.run.player.position,$(n)),ht=class{constructor(e,t){this.root=e;this.controls=t;this.#e=O(e,".gdvi\
z-scrub"),this.#t=O(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
Ve(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#d(t),this.#e.max=String(A(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",mt(e)),this.#t.value=String(e.speed),O(this.root,".gdviz-statu\
s").textContent=H(t,t.player.status,$(e)),r||(O(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=A(e)===0,be(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===A(e),
this.#a("last").disabled=o===Y(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of le(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<A(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=r&&o===A(e)?t.player.
verdict:"";return[a,mt(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===A(e)&&!ge("worked")?t.player.verdict:"",i=O(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return O(this.root,`[data-do="${e}"]`)}#d(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of Us)be(this.#a(r),t[r]);be(this.#e,t.scrub),be(this.#t,t.speed);let o=O(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=H(e,t.status,L(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var Ys=.13,Js=150,pt=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&ke(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#o||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let c=x("output",{textContent:`\
η = ${N(t)}`}),d=x("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:N(t),disabled:l});d.value=String(o.indexOf(t));let u=()=>o[Number(
d.value)]??t;d.oninput=()=>{this.#n=!0,c.textContent=`η = ${N(u())}`,d.ariaValueText=N(u()),this.move(u())},d.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.#o=void 0,this.choose(u())},Js)},Ve(d);let m=x("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[w,R,y]of r){let v=x(
"span",{className:`gdviz-${w}`});Object.assign(v.style,{left:Ut(R),width:Ut(y-R)}),m.append(v)}let p=x("div",{className:"gdviz-ticks",ariaHidden:"true"}),[h=0,f=1]=s.
map(([,w])=>w);for(let[w,[R,y]]of s.entries()){let v=s.length<2||f-h>Ys?"":w?"gdviz-after":"gdviz-before",M=x("small",{textContent:R,className:v});M.style.left=
Ut(y),p.append(M)}let g=()=>{this.choose(t)},b=x("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:g});
return[x("div",{className:"gdviz-rate-name"},x("span",{textContent:e}),...i?[b]:[],c),x("div",{className:"gdviz-track"},m,d),p]}},Ut=n=>`${(100*n).toFixed(2)}%`;var Zs=7;function ko(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=$(n);if(!t?.eta||!r||r===t.eta||s===0||!Xs(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>Zs?null:{schedule:i.join(","),eta:r}}var No=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,Qs=new Set(["eta","schedule","step"]);function Xs(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!Qs.has(r)));return t(n)===t(e)}var ei=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function yt(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await ti(n)}).click()}async function ti(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let d=getComputedStyle(l),u=r[c]?.style;if(u)for(let m of ei)u[m]=d[m]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var ni=["linear","log"],ft=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=ni.map(s=>x("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),O(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(x("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var oi=6,ri=400,si={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},ii={eta:"η",w:"W"},gt=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?x("strong",{textContent:e}):e}#s(e,t,o){let r=x("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:ii[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/oi);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=si[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},ri))},r}};var ai=110,li=4,ci=.01,di=.16,ui=.8;function mi(n){let e=Math.log10(Math.abs(n)/ci);return ai*2**Math.max(0,Math.min(e,li))}function hi(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:mi(n),wave:o,side:ui*t,after:0,seconds:di}}var pi={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function yi(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===A(n)?pi[e.end]:[];return[hi(t,e.sided),...o??[]]}var fi=.2,gi=.06,bi=.01,bt=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of yi(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+s,a.currentTime+s+i],[d,u,m]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];d.type=o,d.frequency.setValueAtTime(e,l),t&&d.frequency.exponentialRampToValueAtTime(t,c),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?gi:fi,l+bi),u.gain.linearRampToValueAtTime(0,c),m.pan.setValueAtTime(r,l),d.connect(u).connect(
m).connect(a.destination),d.start(l),d.stop(c)}};function Ro(n,e){let{run:t,seen:o}=e,r=ke(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of le(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var ae=28,To=2,xi=({run:n},e)=>n.table?.shown?L(n.steps,e):e,xt=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?A(t)+1:r+1));let s=O(e,".gdviz-rows"),i=(o.shown?t.frame:$(t))*ae;(i<s.scrollTop||i+
ae>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),Po(s,o,t)}#o(e,t,o){let r=Ao(t.columns.map(([c])=>c),"columnheader");r.classList.add("gdviz-hea\
d");let s=x("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&
Po(s,this.#n.run.table,this.#n)};let i=x("div",{className:"gdviz-spacer"});i.style.height=`${o*ae}px`,s.append(i);let a=x("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},r,s),l=t.columns.map(([c,d])=>vi(this.#n?.run,c,d));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,d)=>c+d,0)}ch`),a.style.setProperty("--row",`${ae}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},wi=13;function vi(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:wi):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function Po(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/ae)-To),s=o.predict?L(o.steps,Y(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/ae)+3*To),l=[];for(let c=r;c<a;c++){let d=xi(t,c),u=d===s&&J(t),m=e.columns.map(([,h])=>h==="step"?String(
d):u&&h.startsWith("dW")?"":H(o,`{${h}}`,d).replaceAll(" × ","×")),p=Ao(m,"cell");p.style.top=`${c*ae}px`,p.setAttribute("aria-rowindex",String(c+2)),d===$(t)&&
p.setAttribute("aria-current","step"),l.push(p)}for(let c of le(n,".gdviz-spacer"))c.replaceChildren(...l)}function Ao(n,e){return x("div",{className:"gdviz-row",
role:"row"},...n.map(t=>x("span",{role:e,textContent:t})))}var Si=[1,.95,.9,.85,.8,.75],Oo=[!1,!0].flatMap(n=>Si.map(e=>({size:e,isDense:n}))),wt=class{#e=null;#t="";#n=[];#o=0;#r=!1;show(e,t){let{run:o,frame:r,known:s,
outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&r===s,c=L(o.steps,l?r-1:r),d=c>=o.last,u=J(t)&&!l;this.#s(e,o,a);let m=d||u?a.last:a.rows,p=Lo(a,
m,m.map(([f,g])=>[H(o,f,c),H(o,g,c)]));p.style.minHeight=`${this.#o}px`,p.classList.toggle("gdviz-dense",this.#r),[...p.children].forEach((f,g)=>{f.style.minHeight=
`${this.#n[g]??0}px`});let h=x("p",{className:"gdviz-end-here",textContent:o.player.verdict});d&&t.seen&&a.last.length<a.rows.length&&p.append(h),e.replaceChildren(
x("h2",{textContent:H(o,d?a.end:a.title,c)}),p)}#s(e,t,o){let r=Mi(e),s=`${e.className} ${e.clientWidth} ${r?.clientHeight??0} ${ki()}`;if(this.#e===t&&this.#t===
s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(p=>p<t.last),a=p=>i.map(h=>H(t,p,h)).reduce((h,f)=>f.length>h.length?f:h,""),l=o.rows.map(([p,h])=>[a(p),a(
h)]),c=Lo(o,o.rows,l);e.replaceChildren(x("h2",{textContent:a(o.title)}),c);let d=({size:p,isDense:h},f)=>(e.style.setProperty("--size",String(p)),c.classList.toggle(
"gdviz-dense",h),c.getBoundingClientRect().bottom<=f),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,m=r?u-Ei(e,r):1/0;Oo.some(p=>d(p,m))||Oo.
some(p=>d(p,u)),this.#n=[...c.children].map(p=>p.getBoundingClientRect().height),this.#o=c.getBoundingClientRect().height,this.#r=c.classList.contains("gdviz-de\
nse")}};function Mi(n){let e=n.closest(".st-key-side");return e&&getComputedStyle(e).overflowY==="auto"?e:null}function Ei(n,e){let t=Array.from(e.children);return t.
slice(t.findIndex(r=>r.contains(n))+1).reduce((r,s)=>r+(parseFloat(getComputedStyle(s).minHeight)||0),0)}var ki=()=>[...document.fonts].filter(({status:n})=>n===
"loaded").length;function Lo({columns:n=1,rows:e},t,o){let r=x("dl"),s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>
1&&r.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[l="",c=""]=o[a]??[],d=x("div",{hidden:!l},x("dt",{textContent:l}),x("dd",{},...Ni(c)));i&&d.
style.setProperty("--mark",i),d.classList.toggle("gdviz-marked",i!==void 0),d.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(d)}),r}function Ni(n){return n.
split(/([WEη](?![a-z]))/).map((e,t)=>t%2?x("i",{textContent:e}):e)}var $o={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},vt=class{constructor(e,t,o,r,s){this.store=
t;this.renderer=o;this.textOf=r;this.tell=s;this.#t=new Je(t,this,$o),this.#n=new ht(e,{act:this.act,seek:a=>{t.jump(a)},setSpeed:a=>{t.setSpeed(a)}}),this.#i=new ft(
a=>{t.choose(a)}),this.#d=new et(a=>{this.tell("weight",a)}),this.#u=new pt(a=>{this.#l.tryRate(a)},a=>{Pt("eta",a)}),this.#c=new st(a=>{t.moveRing(a)}),this.#l=
new lt(a=>{this.#L(a)}),this.#a=new gt({eta:this.#u,w:this.#l}),this.#m=new rt(O(e,".gdviz-guess"),{moveRing:a=>{t.moveRing(a)},sayStep:a=>{this.#t.reveal(a)},playMistake:a=>{
let l=t.state&&this.#O(t.state);l&&this.#h.play(l,a,$o.isStill())},sayRegime:a=>{t.sayRegime(a),a===null&&this.#c.focus()}}),this.#f=new Qe(()=>window.dispatchEvent(
new PopStateEvent("popstate"))),this.#p=new Ue(t,a=>{this.tell("shown",a)}),this.#k=[t.subscribe(this.#C),cn(this.#R),_e(this.#T),ut(document,"keydown",a=>{!this.#y.
takesKey(a)&&e.isConnected&&t.state&&po(a,this)},!0),ut(document,"click",vo),ut(document,"keydown",So,!0),Mo(this.#M),Eo(this.#M)];let i=t.state;this.#R(),t.state&&
t.state===i&&this.#P(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;textOf;tell;#e=new Map;#t;#n;#o=new wt;#r=new xt;#s=new Xe;#i;#a;#d;#u;#m;#l;#c;#h=new nt;#p;#y=new ct;#g=new dt;#f;#x=new bt;#k;#b=null;#w=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#k)t();this.#h.clear();let e=[this.#n,this.#u,this.#l,this.#a,this.#c,this.#p,this.#y,this.#g,this.#f,this.#x];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():J(t)?this.#N():this.#t.play()},next:()=>{J(t)?this.#N():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(A(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#$(t)},home:()=>{this.tell("panel",{tool:"home",step:$(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:$(t)})},look:()=>{this.tell("panel",{tool:"look",step:$(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
j(t)==="step"?(this.#m.submit(),!0):this.#c.takesKey(e)}#N(){this.store.ask(),this.#c.focus()}async#$(e){let t=`gdviz-${$(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=ge("graph")?.querySelector("svg");r&&await yt(r,t)}}#R=()=>{let e=He(),t=e&&this.store.receive(this.textOf(e));if(!t){this.#T();
return}let o=this.#b;if(this.#b=null,o&&No(t,o)){this.store.resume(t),this.#t.play();return}this.#b=ko(this.store.state,t),this.#b?(this.store.pause(),Pt("sched\
ule",this.#b.schedule)):this.store.load(t)};#T=()=>{this.#u.forget(),this.#M()};#C=(e,t)=>{this.#x.show(e,t),t&&Ri(e,t)?(this.#m.show(e),this.#v(e)):this.#P(e)};#P(e){
let t=K(e).map(async o=>this.#S(o.chart)?.show(Z(e,o)));this.#w=Promise.all(t),this.#w.then(this.#E),this.#A(e),this.#p.show(e)}#A(e){let{run:t,frame:o}=e;this.#n.
show(e),this.#y.show(t),this.#g.show(t),this.#f.show(t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",
mt(e)).trim();for(let{chart:i}of K(e))this.#e.get(i)?.element.setAttribute("aria-label",s);Q("worked",i=>{this.#o.show(i,e)}),Q("table",i=>{this.#r.show(i,e)}),
Q("scale",i=>{this.#i.show(i,e)}),Q("rate",i=>{this.#u.show(i,e)}),Q("graph",i=>{t.graph&&this.#d.show(i,t.graph,o,H(t,t.player.graph??"",$(e)))}),this.#s.show(
t),Q("story",i=>{t.story&&this.#a.show(i,t.story)}),Q("summary",i=>{Ro(i,e)}),Q("mission",i=>{t.mission&&yo(i,t.mission)}),this.#m.show(e),this.#v(e)}#v(e){let t=this.#O(
e);this.#c.show(e,t),this.#l.show(e,t),j(e)!=="outcome"&&this.#h.clear()}#O(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.
isThere()?o:null}#S(e){let t=this.#e.get(e),o=this.renderer.find(e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.
renderer.mount(o,{onStart:s=>{this.#L(s)},onTap:s=>{this.tell("tap",s)},onRedraw:s=>{this.#z(e,s)}});return this.#e.set(e,r),r}#L(e){let t=this.store.state?.run;
t&&!t.locked&&!t.predict&&this.tell("start",e)}#z(e,t){let{state:o}=this.store;if(!o)return;let r=K(o).find(({chart:s})=>s===e);t&&r&&this.#S(e)?.show(Z(o,r)).then(
this.#E),this.#v(o)}#M=()=>{let{state:e}=this.store;if(!e)return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());
for(let o of K(e)){let r=this.#S(o.chart);r&&!t.has(r)&&r.show(Z(e,o)).then(this.#E)}this.#A(e),this.#y.look()};#E=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(
o)?.element.dataset.step;e&&(this.#n.markDrawn(K(e).every(({chart:o})=>t(o))),e.playing||this.#y.look())};async settle(){await this.#w}async slide(e){let{state:t}=this.
store;if(!t)return;let{frame:o}=t,r=K(t).map(async s=>this.#e.get(s.chart)?.animate(Z(t,s,o),Z(t,s,o+1),e));await Promise.all(r)}},Q=(n,e)=>{let t=ge(n);t&&e(t)},
Ri=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var Co="gdviz-tally";function zo(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(Co)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function Ho(n){try{n.count&&sessionStorage.setItem(Co,JSON.stringify(n))}catch{}}var St=new Ke;St.tally=zo();St.subscribe(({tally:n},e)=>{e&&n!==e.tally&&Ho(n)});var _o=[],Te=null,Vo=(n,e)=>({parentElement:t,setTriggerValue:o})=>Ce(_o,{place:O(
t,".gdviz-player"),tell:o},()=>{Ti(n,e)});function Ti(n,e){let t=ze(_o);if(Te&&Te.panel===t){Te.player.tell=t.tell;return}Te?.player.destroy(),Te=t?{panel:t,player:new vt(
t.place,St,n(St),e,t.tell)}:null}function Wo(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var Mt=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function Fo(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(h=>h.flatMap(n.wordsOf)),i=o.filter(h=>!r.includes(h)&&!s.includes(h));for(let h of o)h.
style.translate&&(h.style.translate=""),h.style.visibility&&(h.style.visibility="");let a=Yt(n.edge),l=r.length+s.length>0,c=h=>l?h.map(Yt).filter(Io):[],d=c(n.
marks),u=[...d.filter(({left:h,right:f})=>f-h>=12),...c(n.labels)],m=new Map(o.map(h=>[h,Yt(h)])),p=(h,f)=>{let g=m.get(h);if(!g||!Io(g))return;let b=f(g);b?((b[0]||
b[1])&&(h.style.translate=`${b[0]}px ${b[1]}px`),u.push(Jt(g,b))):h.style.visibility="hidden"};for(let h of i)p(h,f=>Qt(f,a));for(let h of r)p(h,f=>Pi(f,u,a));for(let h of s)
p(h,f=>[...u,...d].some(g=>Zt(f,g,0))?null:[0,0])}var Yt=n=>n.getBoundingClientRect(),Io=({left:n,right:e})=>e>n,Jt=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),Zt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function Qt({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,c)=>Math.max(l-i,0)||Math.min(c-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function Pi(n,e,t){let o=Qt(
n,t),r=Jt(n,o),s=e.filter(u=>Zt(r,u,1.5));if(!s.length)return o;let i=u=>s.map(m=>m[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,m])=>Math.abs(u)+Math.abs(m),c=u=>{let m=Jt(r,u);return l(Qt(m,t))===
0&&!e.some(p=>Zt(m,p,1.5))},[d]=a.filter(u=>l(u)<=48&&c(u)).sort((u,m)=>l(u)-l(m));return d?[o[0]+d[0],o[1]+d[1]]:null}var Ai={x:80,y:40},Pe=class{constructor(e,t,o,r){this.way=e;this.layout=t;this.range=o;this.extent=r}way;layout;range;extent;get isLog(){return this.layout.type===
"log"}pixelOf(e){let[t,o]=this.range,r=((this.isLog?Math.log10(e):e)-t)/(o-t),{start:s,length:i}=this.extent;return s+i*(this.way==="x"?r:1-r)}valueAt(e){let[t,
o]=this.range,r=(e-this.extent.start)/this.extent.length;return t+(o-t)*(this.way==="x"?r:1-r)}ticks(){let[e,t]=this.range,o=this.layout.nticks??Oi(this.extent.
length/Ai[this.way],4,9)+1;if(!this.isLog){let{tickmode:i,dtick:a=1}=this.layout;return Go(Xt(e,t,i==="linear"?a:Do((t-e)/o)))}if(t-e>=1)return Xt(e,t,Math.max(
1,Math.ceil((t-e)/o))).map(a=>({value:a,text:Bo(10**a,Math.abs(a)>qo)}));let[r,s]=[10**e,10**t];return Go(Xt(r,s,Do((s-r)/o))).map(({value:i,text:a})=>({value:Math.
log10(i),text:a}))}},qo=3;function Go(n){let e=Math.max(...n.map(Math.abs));return n.map(t=>({value:t,text:Bo(t,Math.abs(Math.floor(Math.log10(e)))>qo)}))}function Bo(n,e){
if(!n||!e)return N(n).replaceAll(" × ","×");let t=Math.floor(Math.log10(Math.abs(n))+1e-9);return`${N(n/10**t)}×10${we(t)}`.replace(/^1×/,"")}var Oi=(n,e,t)=>Math.
max(e,Math.min(n,t));function Do(n){let e=10**Math.floor(Math.log10(n));return e*([2,5].find(t=>t*e>=n)??10)}function Xt(n,e,t){let[o,r]=[Math.ceil(n/t-1e-6),Math.
floor(e/t+1e-6)],s=Math.max(0,Math.min(r-o+1,100));return Array.from({length:s},(i,a)=>Number(((o+a)*t).toPrecision(12)))}function Ko(n,e,t,o){let[r=0,s=1]=n.domain??
[],[i=0,a=1]=e.domain??[],l={start:o.left+r*o.width,length:(s-r)*o.width},c={start:o.top+(1-a)*o.height,length:(a-i)*o.height};if(!e.scaleanchor)return[l,c];let[
d=1,u=1]=t.map(([p=0,h=1])=>h-p),m=Math.min(l.length/d,c.length/u);return[jo(l,m*d),jo(c,m*u)]}var jo=({start:n,length:e},t)=>({start:n+(e-t)/2,length:t});function Ae(n){if(!n)return[];if(!("bdata"in n))return n;let e=Uint8Array.from(atob(n.bdata),t=>t.charCodeAt(0));return[...Li(n.dtype,e.buffer)]}function Li(n,e){
switch(n){case"f8":return new Float64Array(e);case"i1":return new Int8Array(e);case"i2":return new Int16Array(e);case"i4":return new Int32Array(e);default:throw new Error(
`numbers of an unknown type ${n}`)}}var Uo=1e5,Oe=([n,e])=>Number.isFinite(n)&&Number.isFinite(e),Zo=([n,e])=>`${Et(n)},${Et(e)}`,Et=n=>Math.round(1e3*Math.max(-Uo,Math.min(n,Uo)))/1e3;function $i(n){
let e=!1;return n.map(t=>{let o=e;return e=Oe(t),e?`${o?"L":"M"}${Zo(t)}`:""}).join("")}var X=2/Math.sqrt(3),Ci={circle:n=>`M${n},0A${n},${n} 0 1,1 0,${-n}A${n}\
,${n} 0 0,1 ${n},0Z`,square:n=>`M${n},${n}H${-n}V${-n}H${n}Z`,diamond:n=>`M${1.3*n},0L0,${1.3*n}L${-1.3*n},0L0,${-1.3*n}Z`,cross:n=>{let[e,t]=[1.2*n,.4*n];return`\
M${e},${t}H${t}V${e}H${-t}V${t}H${-e}V${-t}H${-t}V${-e}H${t}V${-t}H${e}Z`},x:n=>{let e=.8*n/Math.SQRT2;return`M0,${e}l${e},${e}l${e},${-e}l${-e},${-e}l${e},${-e}\
l${-e},${-e}l${-e},${e}l${-e},${-e}l${-e},${e}l${e},${e}l${-e},${e}l${e},${e}Z`},"triangle-up":n=>`M${-X*n},${n/2}H${X*n}L0,${-n}Z`,"triangle-down":n=>`M${-X*n}\
,${-n/2}H${X*n}L0,${n}Z`,"triangle-left":n=>`M${n/2},${-X*n}V${X*n}L${-n},0Z`,"triangle-right":n=>`M${-n/2},${-X*n}V${X*n}L${n},0Z`,star:n=>`M${Array.from({length:10},
(t,o)=>{let[r,s]=[(2*o-5)*Math.PI/10,1.4*n*(o%2?.382:1)];return`${s*Math.cos(r)},${s*Math.sin(r)}`}).join("L")}Z`},Yo="-open",kt=class{constructor(e){this.trace=
e;let{mode:t="lines",line:o,fill:r,fillcolor:s,opacity:i}=e;this.#e=t.includes("lines")?P("path","js-line",{fill:r?s??"none":"none",stroke:o?.color??"none","str\
oke-width":o?.width??2,"stroke-linejoin":"round",...o?.dash==="dot"&&{"stroke-dasharray":`${Math.max(3,o.width)}`}}):null,this.#e&&this.group.append(this.#e),t.
includes("markers")&&this.group.append(this.#t),t.includes("text")&&this.group.append(this.#n),i!==void 0&&this.group.setAttribute("opacity",String(i))}trace;group=P(
"g","trace",{});#e;#t=P("g","points",{});#n=P("g","textpoint",{});put(e,t){this.#e?.setAttribute("d",$i(e)),this.#t.parentNode&&this.#o(e),this.#n.parentNode&&this.#s(
e,t)}#o(e){let t=Jo(this.#t,e.length,o=>this.#r(o));e.forEach((o,r)=>{let s=t[r];s&&(s.style.display=Oe(o)?"":"none",Oe(o)&&s.setAttribute("transform",`translat\
e(${Zo(o)})`))})}#r(e){let{symbol:t="circle",size:o=6,opacity:r=1,line:s}=this.trace.marker??{},i=this.trace.marker?.color??this.trace.line?.color??"none",a=t.endsWith(
Yo),l=Ci[t.replace(Yo,"")];if(!l)throw new Error(`no mark ${t}`);let c=typeof o=="number"?o:Ae(o)[e]??0;return P("path","point",{d:l(c/2),fill:a?"none":i,stroke:a?
i:s?.color??"none","stroke-width":s?.width??(a?1:0),opacity:r})}#s(e,t){let o=Jo(this.#n,e.length,()=>this.#i());e.forEach((r,s)=>{let i=o[s];if(!i)return;let a=t?.[s];
if(a!==void 0&&i.textContent!==a&&(i.textContent=a),i.style.display=Oe(r)?"":"none",!Oe(r))return;let[l,c]=r;i.setAttribute("x",String(Et(l))),i.setAttribute("y",
String(Et(c)+this.#a()))})}#i(){let{textfont:e,textposition:t="middle center"}=this.trace,o=t.endsWith("left")?"end":t.endsWith("right")?"start":"middle";return P(
"text","",{"text-anchor":o,fill:e?.color??"","font-size":e?.size??12})}#a(){let{textfont:e,textposition:t="middle center"}=this.trace,o=e?.size??12,[r]=t.split(
" ");return o*(r==="top"?-.25:r==="bottom"?.75:.25)}};function Jo(n,e,t){for(;n.childElementCount>e;)n.lastElementChild?.remove();for(;n.childElementCount<e;)n.
append(t(n.childElementCount));return Array.from(n.children)}var _i=0,Nt=class{constructor(e){this.figure=e;this.layout=e.layout,this.marks=e.data.map(t=>new kt(t)),this.#e=e.data.map(({x:t,y:o,text:r})=>({x:Ae(t),y:Ae(o),
...typeof r=="object"&&{text:r}})),this.marks.forEach(({trace:t,group:o},r)=>{let s=t.xaxis==="x2";t.cliponaxis!==!1&&o.setAttribute("clip-path",`url(#${this.#n}\
-${s?2:1})`),this.#r[s?1:0].append(o),o.setAttribute("data-trace",String(r))}),this.svg.append(this.#o,...this.#r,this.#s),this.box.append(this.svg)}figure;svg=P(
"svg","gdviz-drawing",{"aria-hidden":"true"});box=x("div",{className:"gdviz-chart"});marks;layout;#e;#t=null;#n=`gdviz-clip-${++_i}`;#o=P("g","ground",{});#r=[P(
"g","scatterlayer",{}),P("g","scatterlayer",{})];#s=P("g","labels",{});#i=null;axes(e=!1){let t=e?this.#t?.second:this.#t?.first;if(!t)throw new Error("the char\
t is not drawn");return t}places(e){return this.#e[e]??{}}get height(){let e=this.box.parentElement?.clientHeight??0;return e>0?e:this.layout.height}get fits(){
let{svg:e,box:t,height:o}=this;return e.getAttribute("width")===String(t.clientWidth)&&e.getAttribute("height")===String(o)}draw(){let e=this.box.clientWidth,t=this.
height;this.svg.setAttribute("viewBox",`0 0 ${e} ${t}`);for(let[o,r]of Object.entries({width:e,height:t}))this.svg.setAttribute(o,String(r));this.svg.style.setProperty(
"--gdviz-paper",this.layout.paper_bgcolor),this.#t=this.#d(e),this.#u(),this.#c(),this.marks.forEach((o,r)=>{this.#a(r)})}change(e){this.layout=Object.entries(e).
reduce((t,[o,r])=>Xo(t,o.split("."),r),this.layout)}set(e,t){this.#e[e]={...this.places(e),...t},this.#a(e)}pixelsOf(e,{x:t=[],y:o=[]}){let[r,s]=this.axes(this.
figure.data[e]?.xaxis==="x2");return t.map((i,a)=>[Qo(r,i),Qo(s,o[a]??null)])}move(e,t){this.marks[e]?.put(t)}setPicture(e){this.#i?.setAttribute("href",e);let[
t]=this.layout.images??[];t&&(this.layout={...this.layout,images:[{...t,source:e}]})}labels(){return[this.#t?.first[1],this.#t?.second?.[1]].flatMap(t=>t&&t.layout.
visible!==!1?t.ticks().map(({text:o})=>o):[])}roomFor(e){return(this.layout.yaxis.tickfont?.size??0)*(2.8+.58*e)}#a(e){let t=this.places(e);this.marks[e]?.put(this.
pixelsOf(e,t),t.text)}#d(e){let{l:t,r:o,t:r,b:s}=this.layout.margin,[i,a,l,c]=[t,o,r,s].map(Math.round),d=new DOMRect(i,l,Math.max(e-i-a,1),Math.max(this.height-
l-c,1)),u=(g,b)=>{let[w,R]=[g.range??[0,1],b.range??[0,1]],[y,v]=Ko(g,b,[w,R],d);return[new Pe("x",g,w,y),new Pe("y",b,R,v)]},{xaxis:m,yaxis:p,xaxis2:h,yaxis2:f}=this.
layout;return{first:u(m,p),second:h&&f?u(h,f):null}}#u(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],t=e.map(([r,s],i)=>{let a=P("clipPath","",{id:`${this.#n}\
-${i+1}`});return a.append(P("rect","",{x:r.extent.start,y:s.extent.start,width:r.extent.length,height:s.extent.length})),a}),o=P("g","",{"clip-path":`url(#${this.#n}\
-1)`});this.#i=this.#l(),this.#i&&o.append(this.#i),o.append(...(this.layout.shapes??[]).map(r=>this.#m(r))),this.#o.replaceChildren(...t,o,...e.flatMap(Vi))}#m({
path:e,fillcolor:t="none",line:o}){let[r,s]=this.axes(),i=e.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g,(a,l,c)=>[r.pixelOf(Number(l)),s.pixelOf(Number(c))].map(d=>d.toFixed(
2)).join(","));return P("path","",{d:i,fill:t,"fill-rule":"evenodd",stroke:o?.color??"none","stroke-width":o?.width??0})}#l(){let[e]=this.layout.images??[];if(!e)
return null;let[t,o]=this.axes(),[r,s]=[t.pixelOf(e.x),o.pixelOf(e.y)],[i,a]=[t.pixelOf(e.x+e.sizex),o.pixelOf(e.y-e.sizey)],l={x:r,y:s,width:i-r,height:a-s};return P(
"image","",{href:e.source,preserveAspectRatio:"none",...l})}#c(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],{layout:t,height:o}=this,r=(s,i)=>Ii(
s,i,t,o);this.#s.replaceChildren(...e.flatMap(([s,i])=>[...r(s,i),...r(i,s)]))}},Qo=(n,e)=>e===null?NaN:n.pixelOf(e);function Xo(n,[e="",...t],o){let r=n[e]??{};
return{...n,[e]:t.length?Xo(r,t,o):o}}function Vi([n,e]){let t=(o,r)=>{if(o.layout.visible===!1||o.layout.showgrid===!1)return[];let{start:s,length:i}=r.extent;
return o.ticks().map(({value:a})=>{let l=er(o,a),c=o.way==="x"?{x1:l,x2:l,y1:s,y2:s+i}:{y1:l,y2:l,x1:s,x2:s+i};return P("line","grid",{...c,stroke:o.layout.gridcolor??
"none"})})};return[...t(n,e),...t(e,n)]}var er=(n,e)=>n.pixelOf(n.isLog?10**e:e),en=3,Wi=.36;function Ii(n,e,{font:t,margin:o},r){let{layout:s,extent:i,way:a}=n;
if(s.visible===!1)return[];let l=s.tickfont?.size??12,[c,d]=[e.extent.start+e.extent.length,i.start+i.length/2],u=e.extent.start,m=n.ticks().map(({value:f,text:g})=>{
let b=er(n,f),w=a==="x"?{x:b,y:c+en+l}:{x:u-en,y:b+Wi*l},R=P("text",`${a}tick`,{...w,"text-anchor":a==="x"?"middle":"end","font-size":l});return R.textContent=g,
R}),{text:p="",font:h}=s.title??{};if(p){let f=h?.size??l,g=a==="x"?{x:d,y:Math.min(c+en+2.4*l+f/2,r-.4*f)}:{transform:`translate(${f+(u-o.l)}, ${d}) rotate(-90\
)`},b=P("text",`${a}title`,{...g,"text-anchor":"middle","font-size":f});b.textContent=p,m.push(b)}for(let f of m)f.setAttribute("fill",t.color);return m}var Rt=class{#e=new Map;constructor(e){for(let[t,o]of Object.entries(e)){let r=this.find(t);if(!r)continue;let s=new Nt(o);r.replaceChildren(s.box),s.draw(),this.#e.
set(r,s)}}find(e){return document.querySelector(`.st-key-${e} > div`)}mount(e,t){let o=this.#e.get(e);if(!o)throw new Error("no figure was drawn there");return new tn(
e,t,o)}},tn=class{constructor(e,t,o){this.element=e;this.listener=t;this.#e=o,e.setAttribute("role","figure"),this.#o=new ResizeObserver(this.#i),this.#o.observe(
e),e.addEventListener("click",this.#h,{signal:this.#n.signal})}element;listener;#e;#t=new Mt;#n=new AbortController;#o;#r=null;#s=!1;#i=()=>{this.#e.fits||this.#n.
signal.aborted||(this.#e.draw(),this.#r&&this.#l(this.#r),this.listener.onRedraw(!1))};isThere(){return this.element.isConnected}destroy(){this.stop(),this.#o.disconnect(),
this.#n.abort()}stop(){this.#t.end(),this.#s=!1}show(e){return this.#a(e)||(this.#t.take(),this.#d(e)),Promise.resolve()}async animate(e,t,o){if(!this.#a(e))return;
let r=this.#t.take();this.#s=!1;let{scene:s,frame:i}=e;for(let{data:l,traces:c,share:d}of Kn(e))if(!await this.#c(r,l,c,o*d))return;let a=s.glides?.[i];a!==void 0&&
!await this.#c(r,Ee(t),me(s),o*a)||Un(e)&&this.#d(t)}#a({scene:e,frame:t,known:o}){let r=this.#r;return this.#s&&r?.scene===e&&r.frame===t&&r.known===o}#d(e){let t=this.#r,
{scene:o,frame:r,known:s,run:i}=e;(t?.scene!==o||t.known!==s)&&(this.#u(e),requestAnimationFrame(this.#i)),this.#m(e);let a=o.pictures?.[r];a&&this.#e.setPicture(
a);let l=Ee(e);me(o).forEach((c,d)=>{this.#e.set(c,l[d]??{})}),this.#r=e,this.#s=!0,this.#l(e),this.element.dataset.step=String(i.steps[r])}#u(e){if(!e.scene.fixed)
return;let{lines:t,layout:o}=Yn(e);this.#e.change(o),this.#e.draw();let r=this.#e.roomFor(Math.max(0,...this.#e.labels().map(s=>s.length)));r!==this.#e.layout.margin.
l&&(this.#e.change({"margin.l":r}),this.#e.draw());for(let{trace:s,x:i,y:a}of t)this.#e.set(s,{x:i,y:a})}#m(e){let t=Jn(e);if(!t||String(this.ranges())===String(
t.slice(0,4)))return;let[o,r,s,i,a=0]=t,l=this.#e.roomFor(a);this.#e.change({"xaxis.range":[o,r],"yaxis.range":[s,i],"margin.l":l}),this.#e.draw()}#l({scene:e,frame:t}){
for(let i of e.fixed?.lines??[]){let[a]=Be(i,t),{x:l=[],y:c=[]}=this.#e.places(i.trace),d=l.filter(u=>u!==null&&u<=(a??-1/0));this.#e.move(i.trace,this.#e.pixelsOf(
i.trace,{x:d,y:c})),this.#e.marks[i.trace]?.group.toggleAttribute("data-cut",d.length<l.length)}let{svg:o,marks:r}=this.#e,s=i=>Array.from(o.querySelectorAll(i));
Fo({edge:this.element,wordsOf:i=>Array.from(r[i]?.group.querySelectorAll("text")??[]),words:s(".textpoint text"),marks:s(".points path"),labels:s(".labels text")},
e.asides??[],e.yields??[])}async#c(e,t,o,r){let i=o.map((l,c)=>{let d={...this.#e.places(l),...t[c]},[u,m]=[this.#e.places(l),d].map(p=>this.#e.pixelsOf(l,p));return{
trace:l,places:d,from:u??[],to:m??[],moves:!!t[c]?.x}}).filter(({moves:l})=>l),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);
if(!this.#t.holds(e))return!1;l=Math.max(0,Math.min((c-a)/Math.max(r,1),1));for(let{trace:d,from:u,to:m}of i)this.#e.move(d,m.map((p,h)=>Fi(u[h]??p,p,l)))}for(let{
trace:l,places:c}of i)this.#e.set(l,c);return!0}get overlay(){return this.#e.box}ranges(){let[e,t]=this.#e.axes();return[e.range,t.range]}placeAt(e,t){let{left:o,
top:r}=this.#e.svg.getBoundingClientRect(),[s,i]=this.#e.axes();return[s.valueAt(e-o),i.valueAt(t-r)]}pixelsOf(e,t){let[o,r]=this.#e.axes();return[o.pixelOf(e),
r.pixelOf(t)]}heightAt(e){let{x:t=[],y:o=[]}=this.#e.places(0),r=t.findIndex(m=>m!==null&&m>=e),[s,i]=[Math.max(r-1,0),r<0?t.length-1:r],[a,l,c,d]=[t[s]??NaN,t[i]??
NaN,o[s]??NaN,o[i]??NaN],u=l>a?Math.min(Math.max((e-a)/(l-a),0),1):0;return c+u*(d-c)}#h=({clientX:e,clientY:t})=>{let{grid:o,taps:r,clickable:s}=this.#r?.scene??
{},i=this.placeAt(e,t);if(!this.ranges().every(([c,d],u)=>c<=(i[u]??NaN)&&(i[u]??NaN)<=d))return;let l=c=>i.map((d,u)=>Number((Math.round(d/(c[u]??1))*(c[u]??1)).
toFixed(6)));if(o)this.listener.onStart(l(o));else if(r)this.listener.onTap(l(r));else if(s){let c=(this.#e.places(0).x??[]).filter(d=>d!==null);this.listener.onStart(
[c.reduce((d,u)=>Math.abs(u-i[0])<Math.abs(d-i[0])?u:d)])}};fade(e){if(this.#r)for(let t of me(this.#r.scene)){let o=this.#e.marks[t]?.group;o&&(o.style.opacity=
e?"0.15":"")}}async save(e){await yt(this.#e.svg,e)}},Fi=([n,e],[t,o],r)=>r>=1?[t,o]:[n+r*(t-n),e+r*(o-e)];var on=n=>O(document,`#gdviz-${n}`).textContent,Gi={eta:"eta",schedule:"schedule",start:"w"};function or(n){return n.startsWith("{")?new TextEncoder().encode(n):
Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var rr=n=>new TextDecoder().decode(Wo(n));function sr(){let n=He();if(!n)throw new Error("a light page begins with i\
ts run");return JSON.parse(rr(n))}var Tt=()=>sr().link??{},tr=0;async function Di(n,e){let t=++tr,o=document.querySelector("[data-away]");try{let r=await fetch(
`lesson/run?${new URLSearchParams({...Tt(),change:n,to:e}).toString()}`);if(!r.ok)throw new Error(r.statusText);let s=or(await r.text());if(o&&(o.hidden=!0),t!==
tr)return;rn(s),history.replaceState(null,"",`?${new URLSearchParams(Tt()).toString()}`)}catch{o&&(o.hidden=!1),At()}}var ir=document.querySelector("[data-away]")!==
null,ar=(n,e)=>{let t=Gi[n];t&&lr(t,String(e))};function lr(n,e){ir?Di(n,e):ji(n,e)}var Le=null,nn=null;function ji(n,e){Le??=sr();let r={...nn??It(Le),...{eta:()=>({
rate:Number(e)}),w:()=>({start:e.split(",").map(Number)}),opt:()=>({rule:e})}[n]?.()},i=JSON.stringify(r)===JSON.stringify(It(Le))?Le:In(Le,r);i?(nn=r,rn(new TextEncoder().
encode(JSON.stringify(i)))):At()}var rn=n=>{ln(document.body,n,ar)},nr=JSON.parse(on("dark")),qi=matchMedia("(prefers-color-scheme: dark)").matches,Bi=JSON.parse(
on("figures").replace(/"((#|rgb)[^"]*)"/g,(n,e)=>qi&&nr[e]?`"${nr[e]}"`:n));for(let n of document.querySelectorAll("a[data-to]"))n.addEventListener("click",()=>{
let e=new URLSearchParams(location.search);n.dataset.lang&&e.set("lang",n.dataset.lang),n.href=`${n.dataset.to??""}?${e.toString()}`});for(let n of document.querySelectorAll(
"select[data-change]")){let e=n.dataset.change??"",t=n.querySelector("[selected]")?.value??"";n.addEventListener("change",()=>{n.dataset.anew===void 0?lr(e,n.value):
location.search=new URLSearchParams({...Tt(),change:e,to:n.value}).toString()});let o=()=>{n.value=ir?Tt()[e]??"":nn?.rule??t};_e(o),window.addEventListener("pa\
geshow",()=>{requestAnimationFrame(o)})}rn(or(on("run")));Vo(()=>new Rt(Bi),rr)({parentElement:document,setTriggerValue:ar});
