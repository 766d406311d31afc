function Te(n,e,t){let o=n.find(({place:r})=>r===e.place);return o?Object.assign(o,e):n.push(e),t(),()=>{let r=n.findIndex(({place:s})=>s===e.place);r>=0&&n.splice(
r,1),t()}}var Pe=n=>n.filter(({place:e})=>e.isConnected).at(-1);function Kt(n){if(n[0]!==0)return n;let e=1;return n.subarray(1).map(t=>(e=Math.imul(e,1664525)+1013904223>>>0,t^e>>>24))}var[Ut,Yt]=["gdviz-run","gdviz-refused"];function Jt(n,e,t){return Te(window.gdvizCarriers??=[],{place:n,run:e,change:t},zo)}function zo(){let n=Pe(window.gdvizCarriers??
[]);n&&(window.gdvizChange=n.change,window.gdvizRun!==n.run&&(window.gdvizRun=n.run,window.dispatchEvent(new Event(Ut))))}var xt=(n,e)=>window.gdvizChange?.(n,e);
function he(){return window.gdvizRun?new TextDecoder().decode(Kt(window.gdvizRun)):null}function wt(){window.dispatchEvent(new Event(Yt))}var Zt=n=>Qt(Ut,n),Ae=n=>Qt(
Yt,n);function Qt(n,e){return window.addEventListener(n,e),()=>{window.removeEventListener(n,e)}}var pe=n=>document.querySelector(`[data-gdviz="${n}"]`),ie=(n,e)=>[...n.querySelectorAll(e)];function T(n,e){let t=n.querySelector(e);if(!t)throw new Error(`no ${e}`);
return t}function x(n,e={},...t){let o=Object.assign(document.createElement(n),e);return o.append(...t),o}function ye(n,e){n.setAttribute("aria-label",e),n.title=
e}function Oe(n){let e=n.value;n.addEventListener("pointerdown",()=>e=n.value),n.addEventListener("pointercancel",()=>{n.value=e;for(let t of["input","change"])
n.dispatchEvent(new Event(t,{bubbles:!0}))})}function F(n,e){let[t="",o=""]=Math.abs(n).toExponential(100).split("e"),r=/^50*$/.test(t.replace(".","").slice(e)),s=t.slice(0,e>1?e+1:1),i=Number(s.at(-1))%2===
0,a=r&&i?`${s}e${o}`:Math.abs(n).toExponential(e-1);return n<0?`-${a}`:a}function E(n,e=6){if(!Number.isFinite(n))return"∞";let[t="",o]=F(n,e).split("e"),r=Number(
o),s=r>=-4&&r<e,i=s?(+`${t}e${r}`).toFixed(e-1-r):t,a=(i.includes(".")?i.replace(/\.?0+$/,""):i).replace("-","−");return s?a:`${a} × 10${fe(r)}`}var fe=n=>Array.
from(String(n),e=>"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(e)]).join(""),ge=n=>E(Number(F(n,2))),_=n=>{let e=n.map(t=>E(t));return e.length===1?e.
join():`(${e.join(", ")})`};function $e(n){let e=n.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,"10^$1").normalize("NFKC").replace(/[−–‐ー]/g,"-").
replace(",",".").replace(/\s*[×x*]\s*10\^/i,"e").trim();return/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(e)?Number(e):NaN}var Xt={"+":(...n)=>n.reduce((e,t)=>e+t),"-":(n=0,...e)=>e.length?n-(e[0]??0):-n,"*":(...n)=>n.reduce((e,t)=>e*t),"/":(n=0,e=1)=>n/e,"^":(n=0,e=1)=>Ho(n,e),sqrt:(n=0)=>Math.
sqrt(n),exp:(n=0)=>Math.exp(n),log:(n=0)=>Math.log(n),sin:(n=0)=>Math.sin(n),cos:(n=0)=>Math.cos(n),tan:(n=0)=>Math.tan(n),tanh:(n=0)=>Math.tanh(n),abs:(n=0)=>Math.
abs(n),sign:(n=0)=>Math.sign(n),sigmoid:(n=0)=>1/(1+Math.exp(-n)),step:(n=0)=>n>0?1:0,max:(n=0,e=0)=>Math.max(n,e),min:(n=0,e=0)=>Math.min(n,e)};function Ho(n,e){
if(!Number.isInteger(e)||Math.abs(e)>16)return n**e;let t=1;for(let o=0;o<Math.abs(e);o+=1)t*=n;return e<0?1/t:t}function Z(n,e){if(typeof n=="number")return n;
if(typeof n=="string")return e[n]??NaN;let[t,...o]=n,r=Object.hasOwn(Xt,t)?Xt[t]:void 0;return r?r(...o.map(s=>Z(s,e))):NaN}var Vo=({letters:n},e)=>Object.fromEntries(n.map((t,o)=>[t,e[o]??NaN]));function W(n,e){let t=Vo(n,e);return{weights:e,loss:Z(n.value,t),slopes:n.slopes.map(o=>Z(
o,t))}}var Q=class{constructor(e,t,o){this.rule=e;this.rate=t;this.memories=Array.from({length:o},()=>({}))}rule;rate;memories;#e=0;update(e){return this.#e+=1,
this.memories=this.memories.map((t,o)=>_o(this.rule,this.rate,this.#e,e[o]??NaN,t)),this.memories.map(t=>t.ΔW??NaN)}};function en(n,e,t,o,r){let s=new Q(e,o,t.
length);return vt(n,t,r,({weights:i,slopes:a})=>{let l=s.update(a);return i.map((c,d)=>c-(l[d]??NaN))})}function vt(n,e,t,o){let r=[W(n,e)];for(;r.length<=t;){let s=r.
at(-1),i=s&&W(n,o(s));if(!i||![...i.weights,i.loss].every(Number.isFinite))break;r.push(i)}return r}function _o({lines:n,constants:e},t,o,r,s){let i={...e,η:t,
g:r,t:o};for(let[a,l]of n)l&&(i[a]=s[a]??0);for(let[a,,l]of n)i[a]=Z(l,i);return i}var D=class{low;high;bottom;top;constructor([e=NaN,t=NaN,o=NaN,r=NaN]){[this.low,this.high,this.bottom,this.top]=[e,t,o,r]}get width(){return this.high-this.low}get height(){
return this.top-this.bottom}shows(e){return this.low<=e&&e<=this.high}holds([e,t]){return this.shows(e)&&this.bottom<=t&&t<=this.top}at([e,t]){return[this.low+e*
this.width,this.bottom+t*this.height]}held([e,t]){let[[o,r],[s,i]]=[this.at([-.2,-.2]),this.at([1.2,1.2])];return[Math.max(o,Math.min(e,s)),Math.max(r,Math.min(
t,i))]}clipped(e,t,o=0){let[r,s]=[this.at([-o,-o]),this.at([1+o,1+o])],[i,a]=[0,1];for(let c of[0,1]){let d=t[c]-e[c],u=[(r[c]-e[c])/d,(s[c]-e[c])/d];if(d!==0)[
i,a]=[Math.max(i,Math.min(...u)),Math.min(a,Math.max(...u))];else if(e[c]<r[c]||e[c]>s[c])return null}let l=c=>[e[0]+c*(t[0]-e[0]),e[1]+c*(t[1]-e[1])];return i<=
a?[l(i),l(a)]:null}},R=(...n)=>n.every(e=>e?.every(Number.isFinite))?n.flatMap(e=>[...e??[]]):[],G=(...n)=>n.filter(t=>t!==null).map(t=>R(...t)).filter(t=>t.length>
0).flatMap((t,o)=>o?[null,null,...t]:t);function Le(n,{traces:e},t,o){let r=new Map(Object.entries(e).map(([s,i])=>[i,s]));return n.tracks.map(s=>{let i=r.get(s.
trace)??"",{trace:a,text:l,grows:c}=s,d=i===o?s.rows.filter(u=>u.length).slice(0,1):[];return{trace:a,rows:t[i]??(d.length?d:[[]]),...l&&{text:l},...c&&{grows:c}}})}var tn=.6,Wo=.04,Io=.15,Fo=.09,Go=30,jo=1e-6;function nn(n,e,t,o,r){let s=new D(e.view),i=r.map(u=>Bo(o,u)),a=i.map(u=>({...Ko(s,e,u),...Uo(s,t,u)})),l=[...new Set(
a.flatMap(u=>Object.keys(u)))],c=Object.fromEntries(l.map(u=>[u,a.map(m=>m[u]??[])])),d=r.slice(1).map((u,m)=>{let[y,h]=[r[m]??0,i[m]];return h&&u===y+1?Yo(s,h):
Jo(s,o,y,u)});return{scene:{...n,tracks:Le(n,e,c,"minima_words"),legs:d,axes:Do(n,s)},magnified:i.map(u=>Et(s,u)?.44/Math.abs(u.update)*s.width*qo(e):null)}}var Do=({
axes:n},{low:e,high:t,bottom:o,top:r})=>[n?.find(([s,i])=>s===e&&i===t)??[e,t,o,r,n?.[0]?.[4]??0]],qo=({lens:[n=0,e=0]=[]})=>e-n;function Bo({points:n,updates:e},t){
let[o,r]=[n[t],n[t+1]],[s=NaN,i=NaN]=[o?.weights[0],o?.slopes[0]],a=r?e[t]?.[0]??NaN:NaN;return{w:s,loss:o?.loss??NaN,slope:i,update:a,rise:(r?.loss??NaN)-(o?.loss??
NaN)}}var Ce=({w:n,loss:e})=>[n,e],St=({w:n,loss:e,slope:t,update:o})=>[n-o,e-t*o],on=({w:n,loss:e,update:t,rise:o})=>[n-t,e+o],Et=(n,e)=>n.holds(Ce(e))&&Math.abs(
e.update)<Wo*n.width&&Math.abs(e.slope*e.update)>1e-250;function Ko(n,{words:[e=0,t=0]},o){let{w:r,loss:s,slope:i,update:a,rise:l}=o,[c,d,u]=[Ce(o),St(o),on(o)],
m=S=>R(n.at([e,t-Fo*S]));if(!n.holds(c)){let S=w=>R(n.at([w,.4]));return{...r<n.low&&{gone_left:S(.02)},...r>n.high&&{gone_right:S(.98)},gone_words:m(1)}}let y=Math.
max(.16*n.width,Number.isFinite(a)?1.15*Math.abs(a):0),h=[[r-y,s-i*y],[r+y,s+i*y]],g=n.clipped(n.clipped(...h)?.[0]??h[0],n.clipped(...h)?.[1]??h[1],-.07),p={point:R(
c),trail:R(c),tangent:G(n.clipped(...h)),...i>0?{slope_left:R(g?.[0]??null)}:{slope_right:R(g?.[1]??null)}};if(!Number.isFinite(a))return p;let f=[r-a,s],b=n.clipped(
c,f);if(Object.assign(p,{triangle:G(b,n.clipped(f,d)),drop:G(n.clipped(d,u))}),Et(n,o))return p;let v=Math.abs(a)>Io*n.width;if(b&&v?p.update=R([(b[0][0]+b[1][0])/
2,(b[0][1]+b[1][1])/2]):b&&a&&(p[a>0?"update_left":"update_right"]=R(b[1])),l){let S=l<0?"fell":"rose";n.shows(u[0])&&(p[S]=R(u)),p[`${S}_words`]=m(0)}return p}
function Uo(n,e,t){if(!Et(n,t))return{};let{w:o,loss:r,slope:s,update:i,rise:a}=t,l=.44/Math.abs(i),c=.36/Math.abs(s*i),d=.5+(i>0?.22:-.22),u=(w,O)=>[d+w*l,.62+
O*c],m=w=>(w-d)/l,y=Math.abs(i)<jo*n.width,h=Array.from({length:9},(w,O)=>{let M=m(.04+.92*O/8);return u(M,y?s*M:W(e,[o+M]).loss-r)}),g=([,w])=>w>0&&w<1,[p,f,b]=[
u(0,0),u(-i,0),u(-i,-s*i)],v=[b,u(-i,a)],S=([w,O])=>[w,O-.1];return{lens_paper:R([0,0],[1,0],[1,1],[0,1],[0,0]),lens_curve:h.flatMap(w=>w[1]>.02&&w[1]<.98?[...w]:
[null,null]),lens_tangent:R(...[.04,.96].map(w=>u(m(w),s*m(w)))),lens_triangle:R(p,f,b),lens_drop:v.every(g)?R(...v):[],lens_text:R([.5,.06],[(p[0]+f[0])/2,(p[1]+
f[1])/2+.08],S(p),S(b)),...a<0&&{lens_fell:R([.5,.92])},...a>0&&{lens_rose:R([.5,.92])}}}function Yo(n,e){let[t,o]=[n.held(St(e)),n.held(on(e))],r=n.holds(Ce(e))?
n.clipped(Ce(e),St(e),.2)?.[1]:void 0;if(!r)return[[...o,1]];let s=r[0]===t[0]&&r[1]===t[1];return[[...r,tn],...s?[]:[[...t,0]],[...o,1-tn]]}function Jo(n,{points:e},t,o){
let r=e.slice(t+1,o+1),s=Math.ceil(r.length/Go),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(({weights:[a=NaN],loss:l})=>[...n.held([a,l]),1/i.length])}var Mt=.6,Zo=.2,rn=.34,an=.06,Qo=.045,Xo=1e-6,er=30,sn=81,X=(n=[])=>[n[0]??NaN,n[1]??NaN];function ln(n,e,t,o){let r=new D(e.view),s=Zo*Math.min(r.width,r.height),
a=o.map(f=>t.points[f]).filter(f=>f&&r.holds(X(f.weights))).map(({loss:f})=>f),l=a.length?Xo*(Math.max(...a)-Math.min(...a))/s:0,c=o.map(f=>tr(r,e,t,f,s,l)),d=[
...new Set(c.flatMap(f=>Object.keys(f)))],u=Object.fromEntries(d.map(f=>[f,c.map(b=>b[f]??[])])),{low:m,high:y,bottom:h,top:g}=r,p=n.axes&&[n.axes.find(([f,b])=>f===
m&&b===y)??[m,y,h,g,0]];return{...n,tracks:Le(n,e,u,"level_words"),legs:o.slice(1).map((f,b)=>or(r,t,o[b]??0,f)),...p&&{axes:p}}}function tr(n,{words:[e=0,t=0]},{
points:o},r,s,i){let[a,l]=[o[r],o[r+1]],c=X(a?.weights),d=h=>R(n.at([e,t-an*h]));if(!n.holds(c)){let h=[Math.max(n.low,Math.min(c[0],n.high)),Math.max(n.bottom,
Math.min(c[1],n.top))];return{gone:R(h),gone_words:d(1)}}let u={point:R(c),trail:R(c)};if(l){u.step=G(n.clipped(c,X(l.weights)));let h=l.loss-(a?.loss??NaN);h&&
(u[h<0?"fell_words":"rose_words"]=d(0))}let m=X(a?.slopes),y=Math.hypot(...m);return y>i?{...u,...nr(n,c,[-m[0]/y*s,-m[1]/y*s])}:u}function nr(n,e,t){let o=[e[0]+
t[0],e[1]+t[1]],r=[o[0],e[1]],s=g=>[o[0]-.16*t[0]-g*.07*t[1],o[1]-.16*t[1]+g*.07*t[0]],i=(t[0]>=0?n.high-r[0]:r[0]-n.low)>rn*n.width,a=i?t[0]>=0:t[1]<0,l=Qo*(i?
n.width:n.height)*(a?1:-1),c=Math.abs(t[0])<Math.abs(l)?l:t[0],d=i?[e[0]+c,e[1]]:[e[0]+t[0],e[1]+l],u=t[1]>=0,m=(u?1:-1)*Math.max(Math.abs(t[1]),an*n.height),y=rn/
2*n.width,h=[Math.max(n.low+y,Math.min(o[0],n.high-y)),e[1]+m];return{arrow_line:[...R(e,o),null,null,...R(s(1),o,s(-1))],parts:G([e,r],[r,o]),[i?a?"across_righ\
t":"across_left":a?"across_above":"across_below"]:R(d),[u?"up_above":"up_below"]:R(h)}}function or(n,{points:e},t,o){let r=e.slice(t+1,o+1).map(({weights:a})=>n.
held(X(a)));if(r.length===1)return r.map(a=>[...a,Mt]);let s=Math.ceil(r.length/er),i=r.filter((a,l)=>(r.length-1-l)%s===0);return i.map(a=>[...a,1/i.length])}function cn(n,{
traces:e,view:t},o,r,s){let i=o.domain.map(([M=NaN,L=NaN])=>[M,L]),[[a,l]=[NaN,NaN],[c,d]=[NaN,NaN]]=i,u=new D([a,l,c,d]),[,,m=0,y=0]=t,h=r.points.filter(({weights:M})=>u.
holds(X(M))).map(({loss:M})=>M),g=Math.max(...h,m,y)-m||1,p=[m-.1*g,m+1.2*g],b=i.map(([M,L])=>new D([M,L,...p])).map((M,L)=>rr(M,o,r,s,u,L)),v=Object.keys(e).length,
S=n.tracks.map(M=>{let L=Math.floor(M.trace/v),re=Object.entries(e).find(([,V])=>V===M.trace%v)?.[0]??"",{trace:Ne,text:me}=M;return{trace:Ne,rows:b[L]?.rows.map(
V=>V[re]??[])??[[]],...me&&{text:me}}}),w=n.curves.map(M=>{let L=b[Math.floor(M.trace/v)],re=L?.heights??[],Ne=re.map(V=>V.flatMap((se,Bt)=>Number.isFinite(se)?
[]:[Bt])),me=(p[1]??NaN)+1.3*g;return{trace:M.trace,x:L?.x??[],basis:re.map(V=>V.map(se=>Number.isFinite(se)?se:me)),shares:s.map((V,se)=>s.map((Bt,Co)=>+(se===
Co))),most:me,...Ne.some(V=>V.length)&&{gaps:Ne}}}),O=s.slice(1).map((M,L)=>M===(s[L]??0)+1);return{...n,tracks:S,curves:w,legs:O.map((M,L)=>M?[[...b.flatMap(({
landings:re})=>[...re[L]??[]]),Mt]]:[]),glides:O.map(M=>M?1-Mt:1),fixed:{layout:{"yaxis.range":p,"yaxis2.range":p}}}}function rr(n,e,t,o,r,s){let[i=NaN,a=NaN]=e.
domain[1-s]??[],l=Array.from({length:sn},(u,m)=>n.low+n.width*m/(sn-1)),c=(u,m)=>s?[m,u]:[u,m],d=o.map(u=>{let[m,y]=[t.points[u],t.points[u+1]],[h=NaN,g=NaN,p=NaN]=[
m?.weights[s],m?.slopes[s],m?.weights[1-s]],f=y?t.updates[u]?.[s]??NaN:NaN,b=[h,m?.loss??NaN],v=[h-f,b[1]-g*f],S=Math.max(.16*n.width,Number.isFinite(f)?1.15*Math.
abs(f):0),w=n.clipped([h-S,b[1]-g*S],[h+S,b[1]+g*S]),O=Math.max(i,Math.min(p,a));return{rows:r.holds(X(m?.weights))?{tangent:G(w),step:Number.isFinite(f)?G(n.clipped(
b,v)):[],words:R(n.at([.001,.999])),point:R(b)}:{},heights:l.map(L=>W(e,c(L,O)).loss),landing:n.held(v)}});return{x:l,rows:d.map(({rows:u})=>u),heights:d.map(({
heights:u})=>u),landings:d.map(({landing:u})=>u)}}var[sr,ir]=[6,15],ar=1e-12,lr=1-1e-6,cr=40;function dn(n,e,t){let o=new Map,r=new Set,s=p=>o.get(p)??sr,i=p=>e[p]??NaN,a=p=>Object.hasOwn(t,p),l=p=>a(p)?i(p):Number(
F(i(p),s(p))),c=({tree:p,operands:f},b=l)=>Z(p,Object.fromEntries(f.map(([v,S])=>[v,b(S)]))),d=(p,f=l)=>Math.abs(c(p,f)-l(p.result)),u=p=>d(p)<=lr/2*dr(i(p.result),
s(p.result)),m=p=>{let f=[...new Set(p.operands.map(([,S])=>S))].filter(S=>!a(S)&&s(S)<ir),b=f.map(S=>d(p,w=>w===S?i(w):l(w))),v=f[b.indexOf(Math.min(...b))];return v===
void 0?!1:(o.set(v,s(v)+1),!0)};for(let p=0;p<cr;p+=1){let f=[...n].reverse().filter(b=>!r.has(b)&&!u(b));if(!f.length)break;for(let b of f)for(;!u(b);)if(!m(b)){
r.add(b);break}}for(let p of n)u(p)||r.add(p);let y=p=>t[p]??E(i(p),s(p)),h=p=>a(p)||Math.abs(l(p)-i(p))<=ar*Math.abs(i(p)),g=p=>p.replace(/\{(\()?(\w+)\)?('?)\}/g,
(f,b,v,S)=>{if(v.startsWith("at"))return h(`W${v.slice(2)}`)?"=":"≈";let w=y(v+S);return b&&/^−|×/.test(w)?`(${w})`:w});return n.map(p=>{let[f,b]=[g(p.expression),
y(p.result)],v=r.has(p)||f===b,S=p.operands.every(([,M])=>h(M))?"=":"≈",w=ur(p,t,y)?"=":"≈",O=v?`${h(p.result)?"=":"≈"} ${b}`:`${S} ${f} ${w} ${b}`;return{
label:g(p.label),text:`${p.letters} ${O}`}})}function dr(n,e){return 10**((n===0?0:Number(F(n,e).split("e")[1]))-e+1)}function ur({tree:n,operands:e,result:t},o,r){
let s=c=>Array.from(o[c]??"",d=>"0123456789"["⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)]??"").join(""),i=new Map(e.map(([c,d])=>[c,Rt(d==="t'"?s(d):r(d))])),[a,l]=[
un(n,i),Rt(r(t))];return!!(a&&l&&a[0]*l[1]===l[0]*a[1])}function Rt(n){let e=/^(−|-)?(\d+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?$/.
exec(n);if(!e)return null;let[,t,o="",r="",s="",i="0"]=e,a=Number(s?Array.from(s,d=>"-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)]).join(""):i),l=BigInt(
o+r)*(t?-1n:1n),c=a-r.length;return c<0?[l,10n**BigInt(-c)]:[l*10n**BigInt(c),1n]}function un(n,e){if(typeof n=="number")return Rt(String(n));if(typeof n=="stri\
ng")return e.get(n)??null;let[t,...o]=n,r=o.map(l=>un(l,e)),[s,i]=r;if(!s||r.some(l=>!l))return null;let a=r;if(t==="+")return a.reduce(([l,c],[d,u])=>[l*u+d*c,
c*u]);if(t==="*")return a.reduce(([l,c],[d,u])=>[l*d,c*u]);if(t==="-")return i?[s[0]*i[1]-i[0]*s[1],s[1]*i[1]]:[-s[0],s[1]];if(t==="/")return i?.[0]?[s[0]*i[1],
s[1]*i[0]]:null;if(t==="^"&&i&&i[0]%i[1]===0n){let l=i[0]/i[1];return l>16n||l<-16n||l<0n&&!s[0]?null:l<0n?[s[1]**-l,s[0]**-l]:[s[0]**l,s[1]**l]}return null}var mn=n=>n.every(Number.isFinite);function hn(n,e,t,o,r){let s=new Q(e,o,t.length),[i,a,l]=[[],[],[]],c=t;for(;i.length<=r;){let d=W(n,c),u=[d.loss,...d.slopes];
if(!mn(u)){let y=u.some(Number.isNaN)&&mn(c),h=i.length-1;return i.length?{points:i,updates:a.slice(0,h),memories:l.slice(0,h),diverged:!0,beyond:y?c:null}:null}
if(i.push(d),i.length>r)break;let m=s.update(d.slopes);a.push(m),l.push(s.memories),c=d.weights.map((y,h)=>y-(m[h]??NaN))}return{points:i,updates:a,memories:l,diverged:!1,
beyond:null}}var[be,kt]=[6,15],mr=1e-12,yn=({hand:n,rate:e,explore:t})=>({rate:e?.value??n?.rules[0]?.constants.η??NaN,start:n?.start??[],rule:t?.rule??""});function fn(n,e){
let{hand:t,explore:o}=n,r=o?.rules[e.rule];if(!t||!o||!r)return null;let s=hn(t,r.rule,e.start,e.rate,o.steps.at(-1)??0);if(!s)return null;let i=s.points.length-
1,a=[...new Set(o.steps.map(y=>Math.min(y,i)))],l={...yr(t,s),...fr(t,s,a),...gr(o,s)},{worked:c,texts:d}=xr(n,o,s,a,e),{scenes:u,magnified:m}=Er(n,o,t,s,a);return{
...n,run:JSON.stringify(e),steps:a,last:i,start:0,player:{...n.player,verdict:""},columns:{...l,...d,times:m},constants:{...n.constants,steps:String(i),beyond:s.
beyond?pr(t.names,s.beyond):""},scenes:u,worked:c,...n.table&&{table:{...n.table,columns:n.table.columns.filter(([,y])=>y!=="eta")}},hand:{...t,start:e.start,rules:[
{...r.rule,constants:{...r.rule.constants,η:e.rate}}]},...Rr(n,e),summary:"",sound:kr(s,a)}}var q=n=>n?`_${n+1}`:"",hr=n=>Math.abs(Number(F(n,be))-n)<=mr*Math.
abs(n),ae=(...n)=>n.every(hr)?"=":"≈";function pr(n,e){let t=e.map(s=>E(s)),[o,r]=n.length===1?[n[0]??"",t.join()]:[`(${n.join(", ")})`,`(${t.join(", ")})`];return`${o}\
 ${ae(...e)} ${r}`}function yr({names:n},{points:e,updates:t}){let o={E:e.map(({loss:r})=>E(r))};return n.forEach((r,s)=>{o[`W${q(s)}`]=e.map(({weights:i})=>E(i[s]??
NaN)),o[`slope${q(s)}`]=e.map(({slopes:i})=>E(i[s]??NaN)),o[`dW${q(s)}`]=t.map(i=>E(i[s]??NaN))}),o}function fr({names:n},{points:e,updates:t},o){let r={},s=(i,a,l)=>{
(r[i]??={})[a]=l};for(let i of o){let a=e[i];a&&(s("is_E",i,ae(a.loss)),s("is_place",i,ae(...a.weights)),n.forEach((l,c)=>{let[d=NaN,u=NaN,m]=[a.weights[c],a.slopes[c],
t[i]?.[c]];s(`is_W${q(c)}`,i,ae(d)),s(`is_slope${q(c)}`,i,ae(u)),s(`down${q(c)}`,i,E(-u)),m!==void 0&&s(`is_dW${q(c)}`,i,ae(m))}))}return r}function gr({trends:n},{
points:e}){let t={before:{},after:{},trend:{},change:{}};return e.slice(1).forEach(({loss:o},r)=>{let s=e[r]?.loss??NaN,i=u=>E(s,u)!==E(o,u),a=Array.from({length:kt-
be+1},(u,m)=>be+m),l=s===o?be:a.find(i)??kt,c=s===o?"same":i(l)?o<s?"fell":"rose":"nearly",d={before:E(s,l),after:E(o,l),trend:n[c]??"",change:br(s,o)};for(let[
u,m]of Object.entries(d))(t[u]??={})[r]=m}),t}function br(n,e){let t=Math.abs(n-e),o=2**-51*Math.max(Math.abs(n),Math.abs(e),1e-290);return t<=o?t===0?"0":`< ${E(
o,1)}`:E(t,Math.max(1,Math.min(be,Math.trunc(Math.log10(t/o)))))}function xr(n,e,t,o,{rule:r,rate:s}){let i=e.rules[r],a=i?.lines??[],l=a.filter(({result:m})=>m.
startsWith("slope")),c={};for(let m of o){let y=m===t.points.length-1,h={...i?.given,eta:E(s,kt),"t'":fe(m+1)},g={...Sr(t,m,i?.names??{}),...wr(h),eta:s};dn(y?l:
a,g,h).forEach(({label:p,text:f},b)=>{let v=y?"last":"row";(c[`label_${v}_${b}`]??={})[m]=p,(c[`text_${v}_${b}`]??={})[m]=f})}let d=(m,y)=>Array.from({length:y},
(h,g)=>[`{label_${m}_${g}}`,`{text_${m}_${g}}`]),u=t.diverged?t.beyond?"undefined":"exploded":"end";return{texts:c,worked:{...n.worked,title:n.worked?.title??"",
rows:[...d("row",a.length),[e.loss,"E: {before} → {after}  {trend}"]],last:d("last",l.length),end:e.ends[u]??""}}}var wr=n=>Object.fromEntries(Object.entries(
n).map(([e,t])=>[e,vr(t)]));function vr(n){let[e="",t]=n.replace("−","-").split(" × 10");return t===void 0&&/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(e)?pn(
e):Number(t===void 0?e:`${e}e${pn(t)}`)}var pn=n=>Number(Array.from(n,e=>"-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(e)]??"").join(""));function Sr({
points:n,updates:e,memories:t},o,r){let s={},[i,a]=[n[o],n[o+1]];return i?.weights.forEach((l,c)=>{let d=q(c);if(Object.assign(s,{[`W${d}`]:l,[`slope${d}`]:i.slopes[c]??
NaN}),!!a){Object.assign(s,{[`dW${d}`]:e[o]?.[c]??NaN,[`W${d}'`]:a.weights[c]??NaN});for(let[u,m]of Object.entries(r))u!=="ΔW"&&(s[`${m}${d}`]=t[o-1]?.[c]?.[u]??
0,s[`${m}${d}'`]=t[o]?.[c]?.[u]??NaN)}}),s}function Er(n,e,t,o,r){let s={};return{scenes:n.scenes.map(a=>{let l=e.charts[a.chart];if(!l)return Mr(a,e,o,r);if(l.
lens){let c=nn(a,l,t,o,r);return c.magnified.forEach((d,u)=>{d!==null&&(s[r[u]??0]=E(Number(F(d,2))))}),c.scene}return a.curves.length?cn(a,l,t,o,r):ln(a,l,o,r)}),
magnified:s}}function Mr(n,{floor:e,least:t},{points:o},r){let s=r.map(c=>o[c]?.loss??NaN),i=n.variant==="log"?s.map(c=>c-e>t?c-e:null):s,a=r.at(-1)??0,l={...n.
fixed?.layout,"xaxis.range":[-.04*a,1.04*a],"xaxis.tickmode":a<=10?"linear":"auto","yaxis.range":null,"yaxis.autorange":!0};return{...n,fixed:{lines:[{trace:n.fixed?.
lines?.[0]?.trace??0,x:r,y:i}],layout:l}}}function Rr({rate:n,hand:e,explore:t},o){if(!n)return{};let r=o.start.every((i,a)=>i===e?.start[a]),s=o.rule===t?.rule&&
(t.hold||r);return{rate:{...n,value:o.rate,earlier:"",...s?{}:{zones:[],ticks:[]}}}}function kr({points:n},e){let t=e.map(s=>n[s]?.slopes??[]),o=t[0]?.length===
1,r=s=>o?s[0]??0:Math.hypot(...s);return{slopes:t.map(s=>Number(F(r(s),3))),sided:o,end:""}}var gn=4/3,Nr=.95,$=n=>Math.hypot(...n),H=(n,e,t=1)=>n.map((o,r)=>o+t*(e[r]??NaN)),Nt=(n,e)=>n.reduce((t,o,r)=>t+o*(e[r]??NaN),0),ze=({weights:n,update:e})=>H(n,
e,-1);function bn(n){let e=$(n);return e?.5*10**(Math.floor(Math.log10(e))-1)*(1+1e-9):0}function xn(n,e){let{weights:t,slope:o,update:r}=e,s=ze(e),i=$(H(n,s,-1)),
a=(g,p)=>$(p)>0&&$(H(n,g,-1))<=bn(p);if(_(n)===_(s)&&i<=.005*$(r)+1e-12*(1+$(s)))return"exact";if(i<=bn(r))return"right";if(!$(r))return"rests";if(a(t,r))return"\
stayed";let[c,...d]=Tr(e).filter(([,g,p])=>a(g,p));if(c&&!d.length)return c[0];let u=H(n,t,-1),m=$(u)/$(r),y=-Nt(u,r)/($(u)*$(r)),h=m<gn&&m>1/gn;return y>Nr?h?"\
close":m>1?"too-long":"too-short":h?"wrong-direction":Nt(r,o)>0&&Nt(u,o)>0?"uphill":"astray"}function Tr(n){let{weights:e,slope:t,update:o,rate:r}=n,s=ze(n),i=t.
map(d=>r*d),l=$(H(o,i,-1))<=1e-9*$(o)?[["forgot-rate",H(e,t,-1),t],["forgot-both",H(e,t),t],["slope-only",t,t]]:[["forgot-memory",H(e,i,-1),i]],c=e.length>1?e.map(
(d,u)=>e.map((m,y)=>y===u?s[u]??NaN:m)):[];return[...l,["forgot-minus",H(e,o),o],["change-only",o,o],...c.map(d=>["one-only",d,o])]}var He=n=>n!==null&&["exact",
"right","regime_right"].includes(n);function C(n,e,t){return e.replace(/\{(\()?(\w+)\)?('?)\}/g,(o,r,s,i)=>{let a=Pr(n,s,t,t+(i?1:0));return r&&/^−|×/.test(a)?`(${a})`:a})}function Pr(n,e,t,o){
if(e==="step")return String(t);if(e==="next")return String(t+1);let r=n.columns[e]?.[o]??e,s=Object.hasOwn(n.constants,r)?n.constants[r]:void 0;return s!==void 0?
C(n,s,t):r===e?"":r}function P(n,e){let t=n[Math.min(e,n.length-1)];if(t===void 0)throw new RangeError(`no frame ${e}`);return t}function Ar({rows:n,frame:e,grows:t},o){let r=s=>n[n.
length===1?0:e?e[s]??0:s]??[];return t?Array.from({length:o},(s,i)=>r(i)).flat():r(o)}function Tt({space:n},e,t){let o=n?3:2,r=s=>e.filter((i,a)=>a%o===s);return{
x:r(0),y:r(1),...n&&{z:r(2)},...t&&{text:t}}}function Or({x:n,basis:e,shares:t,most:o,gaps:r},s){let i=P(t,s),a=c=>i.reduce((d,u,m)=>d+u*(e[m]?.[c]??0),0),l=n.map(
(c,d)=>Math.min(a(d),o));for(let c of r?.[s]??[])l[c]=null;return{x:n,y:l}}function Ve({x:n,y:e,rests:t},o){let r=Math.min(t?P(t,o):o,n.length-1);return[n[r]??null,
e[r]??null]}function xe({run:n,scene:e,frame:t,known:o}){let r=P(n.steps,t),s=!!n.predict&&t>=o&&t<n.steps.length-1,i=a=>{let l=s&&e.answers?.includes(a.trace),
c=a.text?.map(d=>l?"":C(n,d,r));return Tt(e,l?[]:Ar(a,t),c)};return[...e.tracks.map(i),...e.curves.map(a=>Or(a,t)),...(e.fixed?.lines??[]).map(a=>Tt(e,Ve(a,t))),
...e.keep.map(()=>({}))]}function le({tracks:n,curves:e,fixed:t,movers:o,keep:r}){return[...n,...e].map(({trace:s})=>s).concat(t?.lines?o:[],r)}function vn({scene:n,
frame:e}){let{movers:t,keep:o,fixed:r}=n,s=n.space?3:2;return(r?.lines?[[...r.lines.flatMap(a=>Ve(a,e+1)),1]]:n.legs?.[e]??[]).map(a=>({data:[...t.map((l,c)=>Tt(
n,a.slice(c*s,(c+1)*s))),...o.map(()=>({}))],traces:[...t,...o],share:a.at(-1)??0}))}function Sn({scene:n,frame:e}){return(!!n.glides?.[e]||n.fixed?.lines!==void 0)&&
!n.pictures}var $r=.09;function En({run:n,scene:e,known:t}){let{lines:o=[],layout:r={}}=e.fixed??{},s=o.map(a=>({...a,x:wn(n,a.x,t),y:wn(n,a.y,t)})),i=r["yaxis.\
autorange"]?Lr(s.flatMap(({y:a})=>a),r["yaxis.type"]==="log"):null;return{lines:s,layout:i?{...r,"yaxis.autorange":!1,"yaxis.range":i}:r}}var wn=(n,e,t)=>n.predict?
e.slice(0,t+1):[...e],Mn=({scene:n,frame:e})=>n.axes?P(n.axes,e):null;function Lr(n,e){let t=n.filter(i=>i!==null).map(i=>e?Math.log10(i):i),[o,r]=[Math.min(...t),
Math.max(...t)],s=$r*(r-o)||.9;return Number.isFinite(r-o+2*s)?[o-s,r+s]:null}var N=({run:n})=>n.steps.length-1,A=({run:n,frame:e})=>P(n.steps,e),B=n=>n.run.predict?n.known:N(n),K=n=>!!n.run.predict&&n.frame>=n.known&&n.frame<N(n),we=({run:n,
saidRegime:e})=>!!n.predict?.regime&&!e;function I(n){if(K(n)){if(we(n))return"regime";if(!n.outcome)return"step"}return n.outcome&&n.frame===n.known?"outcome":
null}function Rn(n,{weights:e,slopes:t,updates:o,rate:r}){let s=A(n),i=a=>a[s]??[];return{weights:i(e),slope:i(t),update:i(o),rate:r}}function ce(n){let{predict:e}=n.
run;return e?I(n)==="step"?n.ring??Rn(n,e).weights:n.frame===n.known?n.outcome?.guess??null:null:null}var j=({run:n,variant:e})=>n.scenes.filter(t=>!t.variant||
t.variant===e),U=(n,e,t=n.frame)=>({run:n.run,scene:e,frame:t,known:B(n)}),Cr={playing:null,variant:"linear",speed:1,sound:!1,outcome:null,ring:null,asked:0,tally:{
count:0,right:0,distance:0}},_e=class{state=null;tally=null;cameras=new Map;isAddressed=!1;#e="";#t=new Set;subscribe(e){return this.#t.add(e),()=>this.#t.delete(
e)}receive(e){return e===this.#e?null:(this.#e=e,JSON.parse(e))}load(e){let t=this.state;if(t?.run.run===e.run)this.#o({...t,run:e});else{let o={known:e.start,seen:!1,
saidRegime:e.start>0,outcome:null,ring:null},r=this.tally&&!t?{tally:this.tally}:{};this.#o({...Cr,...r,...t,...o,run:e,frame:e.start,playing:null})}}resume(e){
this.#n(()=>({run:e,seen:!1,playing:null}))}goTo(e){this.#n(()=>({frame:e}))}jump(e){this.#n(()=>({frame:e,playing:null}))}begin(e){let t=Symbol("playing");return this.#n(
()=>({frame:e,playing:t})),t}pause(){this.#n(()=>({playing:null}))}choose(e){this.#n(()=>({variant:e,playing:null}))}setSpeed(e){this.#n(()=>({speed:e}))}setSound(e){
this.#n(()=>({sound:e}))}ask(){this.#n(({asked:e})=>({outcome:null,ring:null,asked:e+1}))}moveRing(e){this.#n(()=>({ring:e}))}sayRegime(e){this.#n(({run:t,asked:o})=>e===
null?{saidRegime:!0,outcome:null,ring:null,asked:o+1}:{saidRegime:!0,outcome:{kind:e===t.predict?.regime?.is?"regime_right":"regime_wrong",guess:null,numbers:{}}})}sayStep(e){
let t=Symbol("playing");return this.#n(o=>{let{known:r,tally:s,run:i}=o,a={known:r+1,playing:t};if(!e||!i.predict)return{...a,outcome:{kind:null,guess:null,numbers:{}}};
let l=Rn(o,i.predict),[c,d,u]=[xn(e,l),ze(l),$(l.update)],m=$(H(e,d,-1)),y=$(H(e,l.weights,-1))/u,h={guess:_(e),truth:_(d),distance:E(m),times:ge(Math.max(y,1/y))};
return{...a,outcome:{kind:c,guess:e,numbers:h},tally:{count:s.count+1,right:s.right+Number(He(c)),distance:s.distance+(u?m/u:0)}}}),t}#n(e){this.state&&this.#o(
{...this.state,...e(this.state)})}#o(e){let t=this.state,o=Math.max(0,Math.min(e.frame,B(e)));this.state={...e,frame:o,seen:e.seen||o===N(e)};for(let r of this.#t)
r(this.state,t)}};var kn=500,We=class{constructor(e,t){this.store=e;this.follow=t}store;follow;#e=null;#t;#n=null;show(e){e.run.link&&(this.#n=e,e.run.follows&&!e.playing&&(clearTimeout(
this.#t),this.#t=setTimeout(this.#o,kn)),this.store.isAddressed?this.#e??=setTimeout(this.#r,kn):this.#r())}destroy(){clearTimeout(this.#e??void 0),clearTimeout(
this.#t)}#o=()=>{if(!this.#n||this.#n.playing)return;let e=String(A(this.#n));e!==this.#n.run.link?.step&&this.follow(e)};#r=()=>{if(this.#e=null,!this.#n)return;
let e=new URL(location.href),t={...this.#n.run.link,step:String(A(this.#n))},o=Object.fromEntries(e.searchParams),r=Object.keys({...t,...o}).filter(i=>t[i]!==o[i]),
s=!this.store.isAddressed||r.every(i=>i==="step");if(this.store.isAddressed=!0,!(!r.length||!s)&&(e.search=new URLSearchParams(t).toString(),history.replaceState(
history.state,"",e),window.parent!==window)){let i={stCommVersion:1,type:"SET_QUERY_PARAM",queryParams:e.search};window.parent.postMessage(i,"*")}}};var Ie=800,Tn=400,Nn=Ie+Tn,Pt=3,zr=1e4;function At(n){let e=N(n)-Pt,t=n.frame<Pt;return n.speed*(t?1:Math.max(1,e*Nn/(zr-Pt*Nn)))}var Fe=class{constructor(e,t,o){
this.store=e;this.stage=t;this.surroundings=o}store;stage;surroundings;#e=!1;async play(){let{state:e}=this.store;e&&await this.goOn(this.store.begin(e.frame===
N(e)?0:e.frame))}async goOn(e){await this.stage.settle();for(let t=this.#t(e);t&&t.frame<B(t);t=this.#t(e)){if(this.surroundings.isStill()?await this.surroundings.
sleep(Ie/At(t)):await this.stage.slide(Ie/At(t)),t=this.#t(e),!t)return;this.store.goTo(t.frame+1),await Promise.all([this.stage.settle(),this.surroundings.sleep(
Tn/At(t))])}this.#t(e)&&this.store.pause()}async reveal(e){let t=this.store.sayStep(e);await this.stage.settle();let o=this.#t(t);o&&(this.surroundings.isStill()||
await this.stage.slide(Ie/o.speed),this.#t(t)&&this.store.jump(o.frame+1))}stop(){this.#e=!0}#t(e){let{state:t}=this.store;return!this.#e&&t?.playing===e?t:null}};var[Ge,Pn]=["data-test-connection-state","data-test-script-state"],Hr=3e3,Vr=1e4,_r=/^Connection error$/,je=class{constructor(e){this.comeBack=e;document.body.append(
this.#e),this.#s.observe(document.body,{childList:!0,subtree:!0,attributeFilter:[Ge,Pn]})}comeBack;#e=x("p",{className:"gdviz-away",role:"status",hidden:!0});#t="";#n;#o;#r=!1;#s=new MutationObserver(
e=>{for(let{type:t,addedNodes:o}of e)if(t==="attributes")this.#i();else for(let r of o)r instanceof HTMLElement&&Wr(r)});show(e){this.#t=e}destroy(){clearTimeout(
this.#n),this.#a(),this.#s.disconnect(),this.#e.remove()}#i(){let e=document.querySelector(`[${Ge}]`);if(e?.getAttribute(Ge)!=="CONNECTED")this.#n??=setTimeout(
()=>{Object.assign(this.#e,{textContent:this.#t,hidden:!1})},Hr);else if(this.#n!==void 0)clearTimeout(this.#n),this.#n=void 0,e.inert=!0,this.#r=!1,this.#o=setTimeout(
this.#a,Vr),this.comeBack();else if(this.#o!==void 0){let t=e.getAttribute(Pn)!=="notRunning";this.#r&&!t&&this.#a(),this.#r=t}}#a=()=>{clearTimeout(this.#o),this.#o=
void 0,this.#e.hidden=!0;let e=document.querySelector(`[${Ge}]`);e&&(e.inert=!1)}};function Wr(n){let e=n.querySelector("[role=dialog] h2");!e||!_r.test(e.textContent)||
(n.style.display="none",e.closest("[role=dialog]")?.querySelector("button")?.click())}var Ot=34,An=16,Ir=.4,De=class{constructor(e){this.choose=e}choose;#e=null;#t=null;#n=null;#o=[];#r=[];#s=[];show(e,t,o,r){(this.#e!==t||this.#t!==e||!e.firstChild)&&
this.#i(e,t),this.#n?.setAttribute("aria-label",r);let s=P(t.weights,o),i=t.marks?.[o]??[],[a,l]=[t.values,t.slopes].map(u=>u?P(u,o):[]);this.#o.forEach(({shape:u,
value:m,slope:y},h)=>{let g=s[h]??0,p=.6+5*Math.abs(g)/t.finest,f=i.length>0&&!i.includes(h);u.style.strokeWidth=String(t.chosen.includes(h)?p+2:p),u.toggleAttribute(
"data-negative",g<0),u.toggleAttribute("data-marked",i.includes(h));for(let b of[u,m,y])b.toggleAttribute("data-quiet",f);m.textContent=a?.[h]??"",y.textContent=
l?.[h]??""}),this.#n?.setAttribute("data-way",t.ways?.[o]??"");let c=t.labels?P(t.labels,o):[];this.#r.forEach((u,m)=>u.textContent=c[m]??"");let d=t.maps?P(t.maps,
o):"";for(let u of this.#s)u.setAttribute("href",d)}#i(e,t){let{sizes:o,names:r,chosen:s}=t,[i=0,a=0]=t.size,l=z("svg",{viewBox:`0 0 ${i} ${a}`,role:"img"});Dr(
l);let c=z("g",{},l),d=qr(t),u=(i-2*Ot)/(o.length-1),m=Math.min(28,a/Math.max(...o)/2-1,u/4),y=d.map(g=>g.map(p=>Fr(p,m,!!t.maps,l)));this.#s=t.maps?Gr(d.flat(),
m,l):[],this.#r=d.flat().map(({x:g,y:p})=>{let f=ee(g,p+6,"gdviz-output",l);return f.style.fontSize=`${Math.min(18,m)}px`,f}),jr(t,d,m,a,l);let h=z("g",{class:"\
gdviz-numbers"},l);this.#o=y.slice(1).flatMap((g,p)=>[...Br(d[p]??[],d[p+1]??[],m,c,h),...g.map((f,b)=>{let{x:v,y:S}=d[p+1]?.[b]??{x:0,y:0},w=S+m+An-2,[O,M]=[ee(
v,w,"gdviz-value",h),ee(v,w+15,"gdviz-edge-slope",h)];return{shape:f,target:f,value:O,slope:M}})]),this.#o.forEach(({shape:g,target:p},f)=>{z("title",{},p).textContent=
r[f]??"",p.onclick=()=>{this.choose(f)},g.toggleAttribute("data-chosen",s.includes(f))}),e.replaceChildren(l),[this.#e,this.#t,this.#n]=[t,e,l]}};function Fr({x:n,
y:e},t,o,r){let s=o?{x:n-t,y:e-t,width:2*t,height:2*t,rx:3}:{cx:n,cy:e,r:t};return z(o?"rect":"circle",{...s,class:"gdviz-neuron"},r)}function Gr(n,e,t){return n.
map(({x:o,y:r},s)=>{let a={...{width:2*e,height:2*e},x:o-e,y:r-e,viewBox:`${s} 0 1 1`,class:"gdviz-map"},l={width:n.length,height:1,preserveAspectRatio:"none"};
return z("image",l,z("svg",a,t))})}function jr(n,e,t,o,r){let s=0;for(let i of e){let a=o/i.length-2*t>2*An;for(let{x:l,y:c}of i){let d=n.neurons[s++]??"";a?ee(
l,c-t-6,"gdviz-name",r).textContent=d:!n.maps&&!n.labels&&t>15&&(ee(l,c+5,"gdviz-name",r).textContent=d)}}}function ee(n,e,t,o){return z("text",{x:n,y:e,"text-a\
nchor":"middle",class:t},o)}function Dr(n){let e=z("defs",{},n);for(let[t,o]of[["forward","auto"],["backward","auto-start-reverse"]]){let r={viewBox:"0 0 10 10",
refX:9,refY:5,markerWidth:14,markerHeight:14},s=z("marker",{id:`gdviz-${t}`,...r,markerUnits:"userSpaceOnUse",orient:o},e);z("path",{d:"M0 0L10 5L0 10z",class:`\
gdviz-${t}`},s)}}function z(n,e,t){let o=document.createElementNS("http://www.w3.org/2000/svg",n);for(let[r,s]of Object.entries(e))o.setAttribute(r,String(s));return t?.
append(o),o}function qr({sizes:n,size:[e=0,t=0]}){return n.map((o,r)=>Array.from({length:o},(s,i)=>({x:Ot+r/(n.length-1)*(e-2*Ot),y:t/o*(i+.5)})))}function Br(n,e,t,o,r){
return n.flatMap(s=>e.map(i=>{let a=Ur(s,i,t),l=z("line",{...a,class:"gdviz-weight"},o),c=z("line",{...a,class:"gdviz-target"},o),d=e.length>1?Ir:.5,[u,m]=[s.x+
d*(i.x-s.x),s.y+d*(i.y-s.y)];return{shape:l,target:c,...Kr(u,m,Math.sign(Math.round(i.y-s.y)),r)}}))}function Kr(n,e,t,o){let r=ee(n+7*t,e-5,"gdviz-value",o),s=ee(
n-7*t,e+16,"gdviz-edge-slope",o),i=["end","middle","start"];return r.setAttribute("text-anchor",i[1+t]??"middle"),s.setAttribute("text-anchor",i[1-t]??"middle"),
{value:r,slope:s}}function Ur(n,e,t){let o=t/Math.hypot(e.x-n.x,e.y-n.y),[r,s]=[o*(e.x-n.x),o*(e.y-n.y)];return{x1:n.x+r,y1:n.y+s,x2:e.x-r,y2:e.y-s}}var $n="http://www.w3.org/2000/svg";var de=class{#e=document.createElementNS($n,"svg");constructor(){this.#e.classList.add("gdviz-preview")}draw(e,t){this.#e.replaceChildren(...t),this.#e.parentElement!==
e.overlay&&e.overlay.append(this.#e);let[[o,r],[s,i]]=e.ranges(),[[a,l],[c,d]]=[e.pixelsOf(o,i),e.pixelsOf(r,s)];this.#e.setAttribute("viewBox",[a,l,c-a,d-l].join(
" ")),Object.assign(this.#e.style,{left:`${a}px`,top:`${l}px`,width:`${c-a}px`,height:`${d-l}px`})}clear(){this.#e.remove()}};function te(n,{weights:e,loss:t}){
let[o=NaN,r=NaN]=e.length===1?[...e,t]:e,[s,i]=n.pixelsOf(o,r);return[On(s),On(i)]}var On=n=>Math.max(-1e5,Math.min(n,1e5));function qe(n,e,t=""){let o=e.map(i=>te(
n,i)),r=t?{stroke:t,fill:t}:{},s=o.map(([i,a])=>k("circle","gdviz-ghost-dot",{cx:i,cy:a,r:4,...r}));return[k("polyline","gdviz-ghost",{points:o.map(i=>i.join(",")).
join(" "),...r}),...s]}function k(n,e,t){let o=document.createElementNS($n,n);o.setAttribute("class",e);for(let[r,s]of Object.entries(t))o.setAttribute(r,String(
s));return o}var ve=(n,e=[],t=[])=>k("line",n,{x1:e[0]??0,y1:e[1]??0,x2:t[0]??0,y2:t[1]??0});var Yr=60,Ln=3,Jr=.05,Zr=600,Se=(n,e,t=1)=>n.map((o,r)=>o-t*(e[r]??NaN));function Qr(n,e,{rate:t,weights:o},r){let s=o[r]??[],i=e.map((l,c)=>l!==s[c]);return{"f\
orgot-rate":(l,c)=>Se(l,c),"forgot-minus":(l,c,d)=>Se(l,d,-1),"forgot-both":(l,c)=>Se(l,c,-1),"forgot-memory":(l,c)=>Se(l,c,t),"slope-only":(l,c)=>[...c],"chang\
e-only":(l,c,d)=>[...d],"one-only":(l,c,d)=>Se(l,d.map((u,m)=>i[m]?u:0))}[n]??null}function Xr(n,e,t,o){let{hand:r,weights:s,slopes:i}=t,a=Qr(n,e,t,o),l=r?.rules[0];
if(!r||!a||!l)return[];let c=new Q(l,t.rate,r.letters.length);for(let u of i.slice(0,o))c.update(u);let d=Math.min(r.steps-o,Yr);return vt(r,s[o]??[],d,u=>a(u.weights,
u.slopes,c.update(u.slopes)))}function es(n,{weights:e,spans:t},o){return n.slice(1,Ln+1).some(({weights:s},i)=>{let a=e[o+i+1];return a&&s.some((l,c)=>!(Math.abs(
l-(a[c]??NaN))<=Jr*(t[c]??NaN)))})}var Cn=n=>n.slice(0,Ln+1).map(({weights:e})=>_(e)).join(" → ");function zn(n){let{run:e,outcome:t,known:o}=n;if(!e.predict||
!t?.guess||!t.kind)return[];let r=Xr(t.kind,t.guess,e.predict,o-1);return es(r,e.predict,o-1)?r:[]}var Be=class{#e=new de;#t;play(e,t,o){this.clear();let r=o?t.
length:2,s=()=>{let i=t.slice(0,r),[a,l]=te(e,i.at(-1)??{weights:[],loss:NaN,slopes:[]});this.#e.draw(e,[...qe(e,i),k("circle","gdviz-mistake",{cx:a,cy:l,r:9})]),
r>=t.length&&clearInterval(this.#t),r+=1};s(),o||(this.#t=setInterval(s,Zr))}clear(){clearInterval(this.#t),this.#e.clear()}};var Ue=class{constructor(e,t){this.box=e;this.answers=t}box;answers;#e="";#t=[];#n=null;show(e){let{run:t,frame:o,outcome:r,asked:s,tally:i,seen:a}=e,l=I(e),c=document.
documentElement;c.toggleAttribute("data-gdviz-seen",a),t.link?.lang&&(c.lang=t.link.lang),c.toggleAttribute("data-gdviz-asks",l==="step"),this.box.hidden=!t.predict||
!l,this.box.parentElement?.toggleAttribute("data-predicts",!!t.predict);let d=t.predict?.texts.name??"",u=[t.run,d,o,l,s,i.count,r?.kind].join(" ");this.#e!==u&&
(this.#e=u,this.box.setAttribute("aria-label",d),this.box.replaceChildren(...t.predict&&l?this.#r(e,t.predict,l):[])),l==="step"&&this.#o(ce(e)??[])}submit(){this.
box.querySelector("form")?.requestSubmit()}#o(e){let t=this.#n??e;this.#n=e,this.#t.forEach((o,r)=>{let s=e[r]??NaN;s!==t[r]&&$e(o.value)!==s&&(o.value=E(s))})}#r(e,t,o){
if(o==="outcome")return[...ts(e,t),...this.#s(e,t)];if(o==="step")return[this.#i(e,t)];let{texts:r,skip:s,rule:i,regime:a}=t,l=a?.zones.map(([d,u])=>Ke(u,()=>{this.
answers.sayRegime(d)})),c=Ke(r.skip,()=>{this.answers.sayRegime(null)},"gdviz-quiet");return[ue(ne(r,"regime",{rule:i})),x("div",{},...l??[],...s?[c]:[])]}#s(e,{
texts:t}){let o=zn(e);if(!o.length)return[];let r=x("p",{role:"status"});return[Ke(t.mistake,()=>{r.textContent=ne(t,"mistaken",{way:Cn(o)}),this.answers.playMistake(
o)}),r]}#i(e,t){let{texts:o,letters:r,skip:s,rule:i}=t,a=ce(e)??[];this.#n=a,this.#t=r.map((y,h)=>x("input",{type:"text",autocomplete:"off",ariaLabel:y,value:E(
a[h]??NaN)}));let l=()=>this.#t.map(y=>$e(y.value));for(let[y,h]of this.#t.entries())h.oninput=()=>{let g=$e(h.value);Number.isFinite(g)&&this.answers.moveRing(
(this.#n??[]).map((p,f)=>f===y?g:p))};let c=ne(o,r.length===1?"ask":"ask_many",{rule:i,letter:r[0]??""}),d=x("p",{className:"gdviz-bad",role:"alert"}),u=Ke(o.skip,
()=>{this.answers.sayStep(null)},"gdviz-quiet"),m=x("form",{noValidate:!0},...c?[ue(c)]:[],...r.map((y,h)=>x("label",{},`${y} = `,this.#t[h]??"")),x("button",{type:"\
submit",textContent:o.guess??""}),...s?[u]:[],d);return m.onsubmit=y=>{y.preventDefault(),l().every(Number.isFinite)?this.answers.sayStep(l()):d.textContent=o["\
not-a-number"]??""},m}};function ts(n,{texts:e,regime:t}){let{outcome:o,tally:r,frame:s}=n;if(!o)return[];let{kind:i,guess:a,numbers:l}=o,{count:c,right:d,distance:u}=r,
m=100*u/Math.max(c,1),y={count:String(c),right:String(d),distance:m<1e3?`${ge(m)} %`:`${ge(m/100)} ×`},h=He(i)?"gdviz-good":"gdviz-bad";return[...a?[ue(ne(e,i===
"exact"?"hit":"result",l),h)]:[],...i?[ue(ne(e,i,{told:t?.told??"",...l}),h)]:[],...c?[ue(ne(e,"tally",y),"gdviz-quiet")]:[],...s<N(n)?[ue(ne(e,"next"),"gdviz-q\
uiet")]:[]]}var ne=(n,e,t={})=>(n[e]??"").replace(/\{(\w+)\}/g,(o,r)=>t[r]??o),ue=(n,e="")=>x("p",{textContent:n,className:e}),Ke=(n,e,t="")=>x("button",{type:"\
button",textContent:n??"",onclick:e,className:t});var Hn=240;function Je(n){let e=10**Math.floor(Math.log10(n/Hn));return[1,2,5,10].map(t=>t*e).find(t=>t>=n/Hn)??10*e}var Vn=(n,e)=>n.slice(0,e.length).map((t,o)=>{
let r=Je(e[o]??1);return Number((Math.round(t/r)*r).toPrecision(12))}),$t=(n,[e,t])=>Math.max(e,Math.min(n,t)),ns={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[
0,-1],ArrowUp:[0,1]},Ye=class{constructor(e){this.move=e}move;#e=x("div",{className:"gdviz-ring",tabIndex:0,role:"img"});#t=null;#n=new AbortController;#o=null;show(e,t){
this.#o=e;let{predict:o}=e.run,r=ce(e);if(this.#t!==t&&this.#r(t),!o||!t||!r?.length){this.#e.remove();return}let[s,i]=t.ranges(),a=$t(r[0]??NaN,s),l=$t(r[1]??t.
heightAt(a),i),[c,d]=t.pixelsOf(a,l);Object.assign(this.#e.style,{left:`${c}px`,top:`${d}px`}),this.#e.toggleAttribute("data-still",I(e)!=="step"),this.#e.setAttribute(
"aria-label",`${o.texts.name??""}: ${_(r)}`),this.#e.parentElement!==t.overlay&&t.overlay.append(this.#e)}focus(){this.#e.focus({preventScroll:!0})}takesKey({key:e,
shiftKey:t}){let o=ns[e],r=this.#o,s=r&&I(r)==="step"?ce(r):null;if(!r?.run.predict||!o||!s||o[1]&&s.length<2)return!1;let{spans:i}=r.run.predict,a=t?10:1,l=s.map(
(c,d)=>c+a*(o[d]??0)*Je(i[d]??1));return this.move(Vn(l,i)),!0}destroy(){this.#n.abort(),this.#e.remove()}#r(e){this.#n.abort(),this.#n=new AbortController,this.#t=
e;let t={signal:this.#n.signal},{element:o}=e??{},r=null,s=({clientX:a,clientY:l,pointerId:c})=>{let d=this.#o?.run.predict?.spans;if(!e||!d||c!==r)return;let u=e.
ranges(),m=e.placeAt(a,l).map((y,h)=>$t(y,u[h===0?0:1]));this.move(Vn(m,d))},i=()=>{r=null};o?.addEventListener("pointerdown",a=>{!this.#o||I(this.#o)!=="step"||
!a.isPrimary||(o.setPointerCapture(a.pointerId),r=a.pointerId,s(a))},t),o?.addEventListener("pointermove",s,t),o?.addEventListener("pointerup",i,t),o?.addEventListener(
"pointercancel",i,t)}};var os=300,rs=400,_n=4,ss={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowDown:[0,-1],ArrowUp:[0,1]},Qe=class{constructor(e){this.choose=e;let t={signal:this.#o.signal},
o=this.#e;o.addEventListener("pointerdown",this.#u,t),o.addEventListener("pointermove",this.#d,t),o.addEventListener("pointerup",this.#c,t),o.addEventListener("\
pointercancel",this.#m,t),o.addEventListener("keydown",this.#y,t)}choose;#e=x("div",{className:"gdviz-handle",tabIndex:0,role:"slider"});#t=x("div",{className:"\
gdviz-told"});#n=new de;#o=new AbortController;#r=null;#s=null;#i=null;#a="";#l;show(e,t){this.#s=e,this.#r=t;let{hand:o,run:r,locked:s}=e.run;this.#a&&this.#a!==
r&&this.clear();let i=o&&!s&&!e.playing&&t?is(e,t):null;if(!o||!t||!i){this.#e.remove();return}this.#i||(this.#e.ariaLabel=o.texts.name??"",this.#p(t,i))}tryRate(e){
let t=this.#s?.run.hand;!t||t.rules.length>1||e!==null&&this.#f(t,t.start,e)}nudge(e){let t=this.#s?.run.hand;return!t||!this.#r||this.#s?.playing||this.#s?.run.
locked?null:(this.#h((this.#i??t.start).map((o,r)=>o+e*Ze(t,r))),this.#i&&E(this.#i[0]??NaN))}release(){this.#c()}clear(){this.#a="",this.#i=null,this.#n.clear(),
this.#t.remove(),this.#r?.fade(!1)}destroy(){clearTimeout(this.#l),this.#o.abort(),this.clear(),this.#e.remove()}#u=e=>{!e.isPrimary||e.button!==0||(this.#e.setPointerCapture(
e.pointerId),this.#i=this.#s?.run.hand?.start??null,this.#d(e))};#d=({clientX:e,clientY:t})=>{this.#i&&this.#r&&this.#h(this.#r.placeAt(e,t))};#c=()=>{this.#i&&
this.#b(this.#i)};#m=()=>{this.clear(),this.#s&&this.show(this.#s,this.#r)};#y=e=>{let t=ss[e.key],o=this.#s?.run.hand;if(!t||!o||e.altKey||e.ctrlKey||e.metaKey||
t[1]&&o.domain.length<2)return;e.preventDefault();let r=e.shiftKey?10:1;this.#h((this.#i??o.start).map((s,i)=>s+r*(t[i]??0)*Ze(o,i))),clearTimeout(this.#l),this.#l=
setTimeout(this.#c,rs)};#h(e){let t=this.#s?.run.hand;if(!t||!this.#r)return;let o=t.domain.map(([s=0,i=0],a)=>{let l=Math.round((e[a]??0)/Ze(t,a))*Ze(t,a);return Number(
Math.max(s,Math.min(l,i)).toPrecision(12))});this.#i=o,this.#f(t,o,null);let{loss:r}=W(t,o);this.#p(this.#r,o.length===1?[...o,r]:o)}#b(e){this.#i=null;let t=this.#s?.
run.hand?.start??[];e.every((o,r)=>o===t[r])?this.#m():this.choose(e)}#p(e,[t=NaN,o=NaN]){let[r,s]=e.pixelsOf(t,o);Object.assign(this.#e.style,{left:`${r}px`,top:`${s}\
px`}),this.#e.ariaValueText=E(t),this.#e.ariaValueNow=String(t),this.#e.parentElement!==e.overlay&&e.overlay.append(this.#e)}#f(e,t,o){let r=this.#r;if(!r||!this.#s)
return;this.#a=this.#s.run.run,r.fade(!0);let s=Math.min(e.steps,os),i=e.rules.map(d=>en(e,d,t,o??d.constants.η??NaN,s)),a=i.flatMap((d,u)=>qe(r,d,e.rules[u]?.
color)),[l,c]=i[0]??[];l&&a.push(...this.#x(r,e,l,e.rules.length===1?c:void 0)),this.#t.textContent=l?as(e,l,e.rules.length===1?c:void 0):"",this.#n.draw(r,a),this.#t.
parentElement!==r.overlay&&r.overlay.append(this.#t)}#x(e,t,o,r){let s=te(e,o),i=[];if(t.domain.length===1){let[[a,l]]=e.ranges(),c=o.slopes[0]??NaN,[d=NaN]=o.weights,
u=[a,l].map(m=>e.pixelsOf(m,o.loss+c*(m-d)));i.push(ve("gdviz-tangent-line",u[0],u[1]))}else{let[a,l]=o.slopes.map(y=>-y),c=te(e,{...o,weights:o.weights.map((y,h)=>y+
([a,l][h]??0))}),[d,u]=[c[0]-s[0],c[1]-s[1]],m=Math.hypot(d,u)||1;i.push(ve("gdviz-tangent-line",s,[s[0]+60*d/m,s[1]+60*u/m]))}if(r){let a=te(e,r);i.push(ve("gd\
viz-step-line",s,[a[0],s[1]]),ve("gdviz-step-line",[a[0],s[1]],a)),i.push(k("circle","gdviz-next",{cx:a[0],cy:a[1],r:7}))}return i.push(k("circle","gdviz-held",
{cx:s[0],cy:s[1],r:9})),i}},Ze=({domain:n},e)=>Je((n[e]?.[1]??1)-(n[e]?.[0]??0));function is(n,e){let t=j(n).find(({chart:a})=>e.element.closest(`.st-key-${a}`));
if(!t||t.space)return null;let o=le(t).indexOf(t.movers[0]??-1),{x:r,y:s}=xe(U(n,t))[o]??{},i=[r?.[0]??NaN,s?.[0]??NaN];return i.every(Number.isFinite)?i:null}function as({
names:n,texts:e},t,o){let r=s=>{let i=E(s,_n);return`${Math.abs(Number(s.toPrecision(_n))-s)<=1e-12*Math.abs(s)?"=":"≈"} ${i}`};return n.map((s,i)=>{let a=t.weights[i]??
NaN,l=o?` · Δ${s} ${r(a-(o.weights[i]??NaN))}`:"";return`${s} ${r(a)} · ${e.slope??""} ${r(t.slopes[i]??NaN)}${l}`}).join(`
`)}var ls=".gdviz-track input, .st-key-eta input",cs=".gdviz-play",ds="[data-testid=stPopoverBody]",Xe=class{#e=x("nav",{className:"gdviz-skip"});constructor(){document.
body.prepend(this.#e)}show({player:e}){this.#e.ariaLabel!==e.skip&&(this.#e.ariaLabel=e.skip,this.#e.replaceChildren(Wn("rate",e.to_rate,ls),Wn("player",e.to_player,
cs)))}destroy(){this.#e.remove()}takesKey(e){if(e.key!=="Tab"||e.shiftKey)return!1;let o=document.activeElement?.matches("[data-testid=stPopoverButton][aria-exp\
anded=true]")&&document.querySelector(`${ds} :is(button, input, [tabindex="0"])`);return o?(o.focus(),e.preventDefault(),!0):!1}};function Wn(n,e,t){let o=x("a",
{href:"#",textContent:e,className:`gdviz-to-${n}`});return o.onclick=r=>{r.preventDefault(),document.querySelector(t)?.focus()},o}function In(){for(let n of document.
querySelectorAll(".st-key-figure, .katex-display"))n.scrollWidth>n.clientWidth?n.tabIndex=0:n.removeAttribute("tabindex")}var us={Home:"first",ArrowLeft:"back"," ":"play",ArrowRight:"next",End:"last",p:"look"},ms="input, textarea, select, [contenteditable], [role=slider], [role=com\
bobox], [role=listbox], [role=radio], [role=option], [role=menuitem]",hs="[role=combobox][aria-expanded=false]",ps=/^(?:Arrow(?:Left|Right)|Home|End| )$/;function Fn(n,e){
if(n.altKey||n.ctrlKey||n.metaKey)return;let t=n.composedPath()[0],o=i=>t instanceof Element&&t.closest(i)!==null;if(o(ms)&&!(o(hs)&&ps.test(n.key))&&!o(".gdviz\
-scrub")||t instanceof HTMLElement&&/^Arrow(Left|Right)$/.test(n.key)&&ys(t))return;if(!o("button, a, summary, [role=dialog]")&&e.takesKey(n)){n.preventDefault();
return}let s=us[n.key];!s||n.shiftKey||n.key===" "&&o("button, a, summary, select")||(n.preventDefault(),e.act(s))}function ys(n){let e=n.closest(".gdviz-table")??
n;return n.matches("[tabindex='0']")&&e.scrollWidth>e.clientWidth}function Gn(n,{name:e,task:t,state:o,solved:r}){n.toggleAttribute("data-solved",r),n.replaceChildren(x("strong",{textContent:e}),x("p",{textContent:t}),x("p",{textContent:o,
role:"status"}))}var Lt=["aria-label","placeholder"],fs=Lt.map(n=>`[${n}]`).join(),jn="[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div",gs=[["\
increment",/^Increment$/],["decrement",/^Decrement$/],["open",/^Open$/],["close",/^(?:Close|Dismiss)$/],["choose",/^Choose an option$/],["chosen",/^Selected values$/],
["clear",/^Clear all$/],["copy",/^Copy to clipboard$/],["help",/^Help for (.*)$/],["remove",/^Remove (.*)$/],["none",/^No results$/],["count",/^(\d+) options? available\.$/],
["apply",/^Press (.*Enter) to apply$/]];function Dn(n,e){for(let[t,o]of gs){let r=o.exec(n);if(r)return(e[t]??n).replace("{what}",()=>r[1]??"")}return n}var qn=new WeakMap,
et=class{#e={};#t=new MutationObserver(e=>{for(let{target:t,addedNodes:o,type:r}of e)if(t instanceof Text)this.#o(t);else if(r==="attributes")this.#r(t);else for(let s of o)
s instanceof HTMLElement&&this.#n(s)});constructor(){let t={childList:!0,subtree:!0,characterData:!0,attributeFilter:[...Lt]};this.#t.observe(document.body,t)}show({
player:{names:e}}){let t=Object.entries(e).every(([o,r])=>this.#e[o]===r);this.#e=e,t||this.#n(document.body)}destroy(){this.#t.disconnect()}#n(e){for(let t of[
e,...e.querySelectorAll(fs)])this.#r(t);for(let{firstChild:t}of[e,...e.querySelectorAll(jn)])t instanceof Text&&this.#o(t)}#o(e){e.parentElement?.matches(jn)&&Bn(
e.data,Dn(e.data,this.#e),t=>{e.data=t})}#r(e){for(let t of Lt){let o=e.getAttribute(t);if(o===null)continue;let[r,s]=qn.get(e)??[],i=r!==void 0&&o===s?r:o,a=Dn(
i,this.#e);a===i&&o===i||(qn.set(e,[i,a]),Bn(o,a,l=>{e.setAttribute(t,l)}))}}};function Bn(n,e,t){n!==e&&t(e)}function Un({target:n}){let e=n instanceof Element?n.closest('[data-gdviz="qr"]'):null;e&&(document.fullscreenElement?document.exitFullscreen():e.requestFullscreen())}
function Yn(n){n.key!=="Escape"||!document.fullscreenElement||(n.stopPropagation(),document.exitFullscreen())}function tt(n,e,t,o=!1){return n.addEventListener(
e,t,o),()=>{n.removeEventListener(e,t,o)}}function Jn(n){return document.fonts.addEventListener("loadingdone",n),window.addEventListener("resize",n),()=>{document.
fonts.removeEventListener("loadingdone",n),window.removeEventListener("resize",n)}}var Kn=".js-plotly-plot, [data-gdviz]";function Zn(n){let e=o=>o instanceof HTMLElement&&
(o.matches(Kn)||o.querySelector(Kn)!==null),t=new MutationObserver(o=>{o.some(({target:s,addedNodes:i,removedNodes:a})=>s instanceof HTMLElement&&(i.length>0&&s.
matches(".js-plotly-plot")||[...i,...a].some(e)))&&n()});return t.observe(document.body,{childList:!0,subtree:!0}),()=>{t.disconnect()}}var bs=["first","back","next","last","sound"],nt=n=>C(n.run,n.run.player.position,A(n)),ot=class{constructor(e,t){this.root=e;this.controls=t;this.#e=T(e,".gdvi\
z-scrub"),this.#t=T(e,".gdviz-speed"),e.onclick=({target:o})=>{let r=o.closest("[data-do]");r&&t.act(r.dataset.do)},this.#e.oninput=()=>{t.seek(Number(this.#e.value))},
Oe(this.#e),this.#t.onchange=()=>{t.setSpeed(Number(this.#t.value))}}root;controls;#e;#t;#n=null;#o="";#r="";show(e){let{run:t,frame:o,playing:r}=e;this.#n!==t&&
this.#l(t),this.#e.max=String(N(e)),this.#e.value=String(o),this.#e.setAttribute("aria-valuetext",nt(e)),this.#t.value=String(e.speed),T(this.root,".gdviz-statu\
s").textContent=C(t,t.player.status,A(e)),r||(T(this.root,".gdviz-said").textContent=this.#s(e)),this.#i(e),this.root.toggleAttribute("data-playing",r!==null),this.
root.hidden=N(e)===0,ye(this.#a("play"),r?t.player.pause:t.player.play);for(let i of["first","back"])this.#a(i).disabled=o===0;this.#a("next").disabled=o===N(e),
this.#a("last").disabled=o===B(e);let s=this.#a("sound");s.ariaPressed=String(e.sound),s.hidden=!t.sound;for(let i of ie(this.root,".gdviz-tools button:not([dat\
a-do=sound])")){let a=i.dataset.do??"",l=a==="home"&&t.predict&&!t.predict.skip&&e.known<N(e);i.hidden=!!l||!t.tools.includes(a)}}#s(e){let{run:t,frame:o,seen:r}=e,
s=t.link?.stop??"";s!==this.#o&&([this.#o,this.#r]=[s,t.run]);let a=this.#r===t.run&&o===t.start?(t.story??[]).map(([c])=>c).join(""):"",l=r&&o===N(e)?t.player.
verdict:"";return[a,nt(e),l].filter(Boolean).join(" ")}#i(e){let{run:t,frame:o,seen:r}=e,s=r&&o===N(e)&&!pe("worked")?t.player.verdict:"",i=T(this.root,".gdviz-\
keys");i.classList.toggle("gdviz-ended",!!s),i.textContent=s||(t.link?t.player.keys+t.player.look:t.player.keys)}markDrawn(e){this.root.toggleAttribute("data-dr\
awn",e)}destroy(){this.root.onclick=this.#e.oninput=this.#t.onchange=null}#a(e){return T(this.root,`[data-do="${e}"]`)}#l(e){let{player:t}=e;this.#n=e,this.root.
setAttribute("aria-label",t.name);for(let r of bs)ye(this.#a(r),t[r]);ye(this.#e,t.scrub),ye(this.#t,t.speed);let o=T(this.root,".gdviz-status");o.style.minWidth=
"",o.textContent=C(e,t.status,P(e.steps,e.steps.length-1)),o.style.minWidth=`${o.getBoundingClientRect().width}px`;for(let r of["picture","home","share"])this.#a(
r).textContent=t[r]}};var xs=.13,ws=150,rt=class{constructor(e,t){this.move=e;this.choose=t}move;choose;#e="";#t=null;#n=!1;#o;show(e,t){let{rate:o}=t.run,r=o&&we(t)?{...o,zones:[],ticks:[]}:
o,s=JSON.stringify(r);if(!r||this.#n||this.#e===s&&this.#t===e&&e.firstChild)return;let i=e.contains(document.activeElement);[this.#e,this.#t]=[s,e];let a=this.#r(
r);e.replaceChildren(...a),i&&e.querySelector("input")?.focus({preventScroll:!0})}nudge(e){let t=this.#t?.isConnected?this.#t.querySelector("input"):null;return t?
(t.value=String(Number(t.value)+e),t.dispatchEvent(new Event("input")),t.ariaValueText):null}release(){this.#t?.querySelector("input")?.dispatchEvent(new Event(
"change"))}forget(){this.#e=""}destroy(){clearTimeout(this.#o)}#r({name:e,value:t,rates:o,zones:r,ticks:s,earlier:i,restart:a,locked:l}){let c=x("output",{textContent:`\
η = ${E(t)}`}),d=x("input",{type:"range",min:"0",max:String(o.length-1),step:"1",ariaLabel:e,ariaValueText:E(t),disabled:l});d.value=String(o.indexOf(t));let u=()=>o[Number(
d.value)]??t;d.oninput=()=>{this.#n=!0,c.textContent=`η = ${E(u())}`,d.ariaValueText=E(u()),this.move(u())},d.onchange=()=>{this.#n=!1,this.move(null),clearTimeout(
this.#o),this.#o=setTimeout(()=>{this.choose(u())},ws)},Oe(d);let m=x("div",{className:"gdviz-strip",ariaHidden:"true"});for(let[b,v,S]of r){let w=x("span",{className:`\
gdviz-${b}`});Object.assign(w.style,{left:Ct(v),width:Ct(S-v)}),m.append(w)}let y=x("div",{className:"gdviz-ticks",ariaHidden:"true"}),[h=0,g=1]=s.map(([,b])=>b);
for(let[b,[v,S]]of s.entries()){let w=s.length<2||g-h>xs?"":b?"gdviz-after":"gdviz-before",O=x("small",{textContent:v,className:w});O.style.left=Ct(S),y.append(
O)}let p=()=>{this.choose(t)},f=x("button",{type:"button",className:"gdviz-earlier",textContent:`${i} ✕`,title:a,ariaLabel:`${i}. ${a}`,onclick:p});return[x("\
div",{className:"gdviz-rate-name"},x("span",{textContent:e}),...i?[f]:[],c),x("div",{className:"gdviz-track"},m,d),y]}},Ct=n=>`${(100*n).toFixed(2)}%`;var vs=7;function Qn(n,e){if(!n?.playing||!e.resumes)return null;let[t,o]=[n.run.link,e.link],r=o?.eta,s=A(n);if(!t?.eta||!r||r===t.eta||s===0||!Es(t,o))return null;
let i=[...t.schedule?.split(",")??[],`${t.eta}@${s}`];return i.length>vs?null:{schedule:i.join(","),eta:r}}var Xn=({link:n},{schedule:e,eta:t})=>n?.schedule===e&&
n.eta===t,Ss=new Set(["eta","schedule","step"]);function Es(n,e){let t=o=>JSON.stringify(Object.entries(o).filter(([r])=>!Ss.has(r)));return t(n)===t(e)}var Ms=["fill","stroke","strokeWidth","strokeDasharray","opacity","font","textAnchor"];async function st(n,e){Object.assign(document.createElement("a"),{download:`${e}\
.png`,href:await Rs(n)}).click()}async function Rs(n){let e=n.cloneNode(!0),{width:t,height:o}=n.viewBox.baseVal,r=e.querySelectorAll("*");n.querySelectorAll("*").
forEach((l,c)=>{let d=getComputedStyle(l),u=r[c]?.style;if(u)for(let m of Ms)u[m]=d[m]}),e.setAttribute("width",String(2*t)),e.setAttribute("height",String(2*o));
let s=new Image;s.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(e))}`,await s.decode();let i=Object.assign(document.
createElement("canvas"),{width:2*t,height:2*o}),a=i.getContext("2d");if(!a)throw new Error("no canvas to draw on");return a.fillStyle=getComputedStyle(document.
querySelector(".stApp")??document.body).backgroundColor,a.fillRect(0,0,i.width,i.height),a.drawImage(s,0,0),i.toDataURL("image/png")}var ks=["linear","log"],it=class{constructor(e){this.choose=e}choose;#e=null;#t=null;show(e,{run:t,variant:o}){if(this.#e===t&&this.#t===o&&e.firstChild)return;
[this.#e,this.#t]=[t,o];let r=ks.map(s=>x("button",{type:"button",textContent:t.player[s],ariaPressed:String(o===s),onclick:()=>{this.choose(s),T(e,'[aria-press\
ed="true"]').focus()}}));e.replaceChildren(x("div",{className:"gdviz-scale",role:"group",ariaLabel:t.player.scale},...r))}};var Ns=6,Ts=400,Ps={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1},As={eta:"η",w:"W"},at=class{constructor(e){this.controls=e}controls;#e="";#t=null;#n=!1;#o;show(e,t){
let o=JSON.stringify(t);if(e.dataset.shown===o&&this.#e===o||this.#t)return;this.#e=e.dataset.shown=o;let{activeElement:s}=document,i=e.contains(s)||this.#n&&s===
document.body;e.replaceChildren(...t.map(([a,l])=>this.#r(a,l))),i&&e.querySelector(".gdviz-number")?.focus({preventScroll:!0}),this.#n=!1}destroy(){clearTimeout(
this.#o)}#r(e,t){let o=this.controls[t];return o?this.#s(e,t,o):t?x("strong",{textContent:e}):e}#s(e,t,o){let r=x("span",{className:`gdviz-number gdviz-${t}`,textContent:e,
tabIndex:0,role:"slider",ariaLabel:As[t]??t}),s=a=>{r.textContent=r.ariaValueText=a,r.ariaValueNow=a.replace("−","-")};s(e);let i=a=>{let l=o.nudge(a);l!==null&&
s(l)};return r.onpointerdown=a=>{!a.isPrimary||a.button!==0||(r.setPointerCapture(a.pointerId),this.#t={control:o,x:a.clientX,steps:0})},r.onpointermove=a=>{if(!this.#t)
return;let l=Math.round((a.clientX-this.#t.x)/Ns);l!==this.#t.steps&&i(l-this.#t.steps),this.#t.steps=l},r.onpointerup=r.onpointercancel=()=>{let a=this.#t?.steps;
this.#t=null,a&&o.release()},r.onkeydown=a=>{let l=Ps[a.key];!l||a.altKey||a.ctrlKey||a.metaKey||(a.preventDefault(),this.#n=!0,i(a.shiftKey?10*l:l),clearTimeout(
this.#o),this.#o=setTimeout(()=>{o.release()},Ts))},r}};var Os=110,$s=4,Ls=.01,Cs=.16,zs=.8;function Hs(n){let e=Math.log10(Math.abs(n)/Ls);return Os*2**Math.max(0,Math.min(e,$s))}function Vs(n,e){let t=e?Math.sign(n):
0,o=t<0?"square":"triangle";return{frequency:Hs(n),wave:o,side:zs*t,after:0,seconds:Cs}}var _s={arrived:[{frequency:523,wave:"sine",side:0,after:.2,seconds:.15},
{frequency:784,wave:"sine",side:0,after:.35,seconds:.35}],gone:[{frequency:440,to:55,wave:"sawtooth",side:0,after:.2,seconds:.6}]};function Ws(n){let{sound:e}=n.
run,t=e?.slopes[n.frame];if(!e||t===void 0)return[];let o=n.frame===N(n)?_s[e.end]:[];return[Vs(t,e.sided),...o??[]]}var Is=.2,Fs=.06,Gs=.01,lt=class{#e=null;show(e,t){
if(!(!e.sound||e.run.run!==t?.run.run)&&(e.frame!==t.frame||!t.sound))for(let o of Ws(e))this.#t(o)}destroy(){this.#e?.close(),this.#e=null}#t({frequency:e,to:t,
wave:o,side:r,after:s,seconds:i}){this.#e??=new AudioContext;let a=this.#e;a.state==="suspended"&&a.resume();let[l,c]=[a.currentTime+s,a.currentTime+s+i],[d,u,m]=[
a.createOscillator(),a.createGain(),a.createStereoPanner()];d.type=o,d.frequency.setValueAtTime(e,l),t&&d.frequency.exponentialRampToValueAtTime(t,c),u.gain.setValueAtTime(
0,l),u.gain.linearRampToValueAtTime(o==="square"||o==="sawtooth"?Fs:Is,l+Gs),u.gain.linearRampToValueAtTime(0,c),m.pan.setValueAtTime(r,l),d.connect(u).connect(
m).connect(a.destination),d.start(l),d.stop(c)}};function eo(n,e){let{run:t,seen:o}=e,r=we(e)?"":t.summary??"",s=`${o} ${r}`;if(n.dataset.shown!==s){if(n.innerHTML=r,!o)for(let i of ie(n,".gdviz-end"))i.remove();
n.dataset.shown=s}}var oe=28,to=2,js=({run:n},e)=>n.table?.shown?P(n.steps,e):e,ct=class{#e=null;#t=null;#n=null;show(e,t){let{table:o,last:r}=t.run;if(!o)return;this.#n=t,(this.#e!==
e||this.#t!==o||!e.firstChild)&&([this.#e,this.#t]=[e,o],this.#o(e,o,o.shown?N(t)+1:r+1));let s=T(e,".gdviz-rows"),i=(o.shown?t.frame:A(t))*oe;(i<s.scrollTop||i+
oe>s.scrollTop+s.clientHeight)&&(s.scrollTop=i-s.clientHeight/2),no(s,o,t)}#o(e,t,o){let r=oo(t.columns.map(([c])=>c),"columnheader");r.classList.add("gdviz-hea\
d");let s=x("div",{className:"gdviz-rows",tabIndex:0,role:"rowgroup",ariaLabel:t.name});s.onscroll=()=>{r.style.translate=`${-s.scrollLeft}px`,this.#n?.run.table&&
no(s,this.#n.run.table,this.#n)};let i=x("div",{className:"gdviz-spacer"});i.style.height=`${o*oe}px`,s.append(i);let a=x("div",{className:"gdviz-table",role:"t\
able",ariaLabel:t.name},r,s),l=t.columns.map(([c,d])=>qs(this.#n?.run,c,d));a.style.setProperty("--columns",l.map(c=>`minmax(${c}ch, 1fr)`).join(" ")),a.style.setProperty(
"--width",`${l.reduce((c,d)=>c+d,0)}ch`),a.style.setProperty("--row",`${oe}px`),a.setAttribute("aria-rowcount",String(o+1)),e.replaceChildren(a)}},Ds=13;function qs(n,e,t){
return n?.predict?2+Math.max(e.length,t==="step"?String(n.last).length:Ds):2+Object.values(n?.columns[t]??{step:String(n?.last??"")}).reduce((r,s)=>Math.max(r,s.
replaceAll(" × ","×").length),e.length)}function no(n,e,t){let{run:o}=t,r=Math.max(0,Math.floor(n.scrollTop/oe)-to),s=o.predict?P(o.steps,B(t)):o.last,i=e.shown?
o.steps.length:s+1,a=Math.min(i,r+Math.ceil(n.clientHeight/oe)+3*to),l=[];for(let c=r;c<a;c++){let d=js(t,c),u=d===s&&K(t),m=e.columns.map(([,h])=>h==="step"?String(
d):u&&h.startsWith("dW")?"":C(o,`{${h}}`,d).replaceAll(" × ","×")),y=oo(m,"cell");y.style.top=`${c*oe}px`,y.setAttribute("aria-rowindex",String(c+2)),d===A(t)&&
y.setAttribute("aria-current","step"),l.push(y)}for(let c of ie(n,".gdviz-spacer"))c.replaceChildren(...l)}function oo(n,e){return x("div",{className:"gdviz-row",
role:"row"},...n.map(t=>x("span",{role:e,textContent:t})))}var ro=[1,.95,.9,.85,.8,.75],dt=class{#e=null;#t="";#n=[];#o=0;show(e,t){let{run:o,frame:r,known:s,outcome:i}=t;if(!o.worked)return;let{worked:a}=o,l=!!i?.guess&&
r===s,c=P(o.steps,l?r-1:r),d=c>=o.last,u=K(t)&&!l;this.#r(e,o,a);let m=d||u?a.last:a.rows,y=so(a,m,m.map(([g,p])=>[C(o,g,c),C(o,p,c)]));y.style.minHeight=`${this.#o}\
px`,[...y.children].forEach((g,p)=>{g.style.minHeight=`${this.#n[p]??0}px`});let h=x("p",{className:"gdviz-end-here",textContent:o.player.verdict});d&&t.seen&&a.
last.length<a.rows.length&&y.append(h),e.replaceChildren(x("h2",{textContent:C(o,d?a.end:a.title,c)}),y)}#r(e,t,o){let r=Bs(e),s=`${e.clientWidth} ${r?.clientHeight??
0} ${Us()}`;if(this.#e===t&&this.#t===s)return;[this.#e,this.#t]=[t,s];let i=t.steps.filter(y=>y<t.last),a=y=>i.map(h=>C(t,y,h)).reduce((h,g)=>g.length>h.length?
g:h,""),l=o.rows.map(([y,h])=>[a(y),a(h)]),c=so(o,o.rows,l);e.replaceChildren(x("h2",{textContent:a(o.title)}),c);let d=(y,h)=>(e.style.setProperty("--size",String(
y)),c.getBoundingClientRect().bottom<=h),u=r?r.getBoundingClientRect().top-r.scrollTop+r.clientHeight:1/0,m=r?u-Ks(e,r):1/0;ro.some(y=>d(y,m))||ro.some(y=>d(y,u)),
this.#n=[...c.children].map(y=>y.getBoundingClientRect().height),this.#o=c.getBoundingClientRect().height}};function Bs(n){let e=n.closest(".st-key-side");return e&&
getComputedStyle(e).overflowY==="auto"?e:null}function Ks(n,e){let t=Array.from(e.children);return t.slice(t.findIndex(r=>r.contains(n))+1).reduce((r,s)=>r+(parseFloat(
getComputedStyle(s).minHeight)||0),0)}var Us=()=>[...document.fonts].filter(({status:n})=>n==="loaded").length;function so({columns:n=1,rows:e},t,o){let r=x("dl"),
s=Math.floor((t.length-(t===e?1:0))/n);return r.style.setProperty("--columns",String(n)),n>1&&r.style.setProperty("--rows",String(s)),t.forEach(([,,i],a)=>{let[
l="",c=""]=o[a]??[],d=x("div",{hidden:!l},x("dt",{textContent:l}),x("dd",{},...Ys(c)));i&&d.style.setProperty("--mark",i),d.classList.toggle("gdviz-marked",i!==
void 0),d.classList.toggle("gdviz-of-all",n>1&&a>=s*n),r.append(d)}),r}function Ys(n){return n.split(/([WEη](?![a-z]))/).map((e,t)=>t%2?x("i",{textContent:e}):
e)}var io={sleep:n=>new Promise(e=>setTimeout(e,n)),isStill:()=>matchMedia("(prefers-reduced-motion: reduce)").matches},ut=class{constructor(e,t,o,r){this.store=t;
this.renderer=o;this.tell=r;this.#t=new Fe(t,this,io),this.#n=new ot(e,{act:this.act,seek:i=>{t.jump(i)},setSpeed:i=>{t.setSpeed(i)}}),this.#s=new it(i=>{t.choose(
i)}),this.#a=new De(i=>{this.tell("weight",i)}),this.#l=new rt(i=>{this.#d.tryRate(i)},i=>{xt("eta",i)}),this.#c=new Ye(i=>{t.moveRing(i)}),this.#d=new Qe(i=>{this.#A(
i)}),this.#i=new at({eta:this.#l,w:this.#d}),this.#u=new Ue(T(e,".gdviz-guess"),{moveRing:i=>{t.moveRing(i)},sayStep:i=>{this.#t.reveal(i)},playMistake:i=>{let a=t.
state&&this.#P(t.state);a&&this.#m.play(a,i,io.isStill())},sayRegime:i=>{t.sayRegime(i),i===null&&this.#c.focus()}}),this.#p=new je(()=>window.dispatchEvent(new PopStateEvent(
"popstate"))),this.#y=new We(t,i=>{this.tell("shown",i)}),this.#x=[t.subscribe(this.#$),Zt(this.#k),Ae(()=>{this.#l.forget(),this.#E()}),tt(document,"keydown",i=>{
!this.#h.takesKey(i)&&e.isConnected&&t.state&&Fn(i,this)},!0),tt(document,"click",Un),tt(document,"keydown",Yn,!0),Jn(this.#E),Zn(this.#E)];let s=t.state;this.#k(),
t.state&&t.state===s&&this.#N(t.state),t.state?.playing&&this.#t.goOn(t.state.playing)}store;renderer;tell;#e=new Map;#t;#n;#o=new dt;#r=new ct;#s;#i;#a;#l;#u;#d;#c;#m=new Be;#y;#h=new Xe;#b=new et;#p;#f=new lt;#x;#g=null;#w=Promise.
resolve();destroy(){this.#t.stop();for(let t of this.#x)t();this.#m.clear();let e=[this.#n,this.#l,this.#d,this.#i,this.#c,this.#y,this.#h,this.#b,this.#p,this.#f];
for(let t of[...this.#e.values(),...e])t.destroy();this.#e.clear()}act=e=>{let{state:t}=this.store;if(!t)return;({first:()=>{this.store.jump(0)},back:()=>{this.
store.jump(t.frame-1)},play:()=>{t.playing?this.store.pause():K(t)?this.#R():this.#t.play()},next:()=>{K(t)?this.#R():this.store.jump(t.frame+1)},last:()=>{this.
store.jump(N(t))},sound:()=>{this.store.setSound(!t.sound)},picture:()=>{this.#O(t)},home:()=>{this.tell("panel",{tool:"home",step:A(t)})},share:()=>{this.tell(
"panel",{tool:"share",step:A(t)})},look:()=>{this.tell("panel",{tool:"look",step:A(t)})}})[e]()};takesKey(e){let{state:t}=this.store;return e.key==="Enter"&&t&&
I(t)==="step"?(this.#u.submit(),!0):this.#c.takesKey(e)}#R(){this.store.ask(),this.#c.focus()}async#O(e){let t=`gdviz-${A(e)}`,[o]=e.run.scenes;if(o)await this.#e.
get(o.chart)?.save(t);else{let r=pe("graph")?.querySelector("svg");r&&await st(r,t)}}#k=()=>{let e=he(),t=e===null?null:this.store.receive(e);if(!t)return;let o=this.#g;
if(this.#g=null,o&&Xn(t,o)){this.store.resume(t),this.#t.play();return}this.#g=Qn(this.store.state,t),this.#g?(this.store.pause(),xt("schedule",this.#g.schedule)):
this.store.load(t)};#$=(e,t)=>{this.#f.show(e,t),t&&Js(e,t)?(this.#u.show(e),this.#v(e)):this.#N(e)};#N(e){let t=j(e).map(async o=>this.#S(o.chart)?.show(U(e,o)));
this.#w=Promise.all(t),this.#w.then(this.#M),this.#T(e),this.#y.show(e)}#T(e){let{run:t,frame:o}=e;this.#n.show(e),this.#h.show(t),this.#b.show(t),this.#p.show(
t.player.away);let r=e.seen?t.player.verdict:"",s=t.player.alt.replace("{verdict}",r).replace("{position}",nt(e)).trim();for(let{chart:i}of j(e))this.#e.get(i)?.
element.setAttribute("aria-label",s);Y("worked",i=>{this.#o.show(i,e)}),Y("table",i=>{this.#r.show(i,e)}),Y("scale",i=>{this.#s.show(i,e)}),Y("rate",i=>{this.#l.
show(i,e)}),Y("graph",i=>{t.graph&&this.#a.show(i,t.graph,o,C(t,t.player.graph??"",A(e)))}),Y("story",i=>{t.story&&this.#i.show(i,t.story)}),Y("summary",i=>{eo(
i,e)}),Y("mission",i=>{t.mission&&Gn(i,t.mission)}),this.#u.show(e),this.#v(e)}#v(e){let t=this.#P(e);this.#c.show(e,t),this.#d.show(e,t),I(e)!=="outcome"&&this.#m.
clear()}#P(e){let t=e.run.scenes.find(r=>r.clickable??r.grid),o=t&&this.#e.get(t.chart);return o?.isThere()?o:null}#S(e){let t=this.#e.get(e),o=this.renderer.find(
e);if(t?.element===o&&t.isThere())return t;if(t?.destroy(),this.#e.delete(e),!o)return null;let r=this.renderer.mount(o,{onStart:s=>{this.#A(s)},onTap:s=>{this.
tell("tap",s)},onRedraw:s=>{this.#L(e,s)}});return this.#e.set(e,r),r}#A(e){let t=this.store.state?.run;t&&!t.locked&&!t.predict&&this.tell("start",e)}#L(e,t){let{
state:o}=this.store;if(!o)return;let r=j(o).find(({chart:s})=>s===e);t&&r&&this.#S(e)?.show(U(o,r)).then(this.#M),this.#v(o)}#E=()=>{let{state:e}=this.store;if(!e)
return;for(let[o,r]of this.#e)r.isThere()||(r.destroy(),this.#e.delete(o));let t=new Set(this.#e.values());for(let o of j(e)){let r=this.#S(o.chart);r&&!t.has(r)&&
r.show(U(e,o)).then(this.#M)}this.#T(e)};#M=()=>{let{state:e}=this.store,t=o=>!!this.#e.get(o)?.element.dataset.step;e&&(this.#n.markDrawn(j(e).every(({chart:o})=>t(
o))),e.playing||In())};async settle(){await this.#w}async slide(e){let{state:t}=this.store;if(!t)return;let{frame:o}=t,r=j(t).map(async s=>this.#e.get(s.chart)?.
animate(U(t,s,o),U(t,s,o+1),e));await Promise.all(r)}},Y=(n,e)=>{let t=pe(n);t&&e(t)},Js=(n,e)=>Object.keys(n).every(t=>t==="ring"||n[t]===e[t]);var ao="gdviz-tally";function lo(){try{let{count:n,right:e,distance:t}=JSON.parse(sessionStorage.getItem(ao)??"null");return[n,e,t].every(Number.isFinite)&&e>=0&&
e<=n?{count:n,right:e,distance:t}:null}catch{return null}}function co(n){try{n.count&&sessionStorage.setItem(ao,JSON.stringify(n))}catch{}}var mt=new _e;mt.tally=lo();mt.subscribe(({tally:n},e)=>{e&&n!==e.tally&&co(n)});var uo=[],Ee=null,mo=n=>({parentElement:e,setTriggerValue:t})=>Te(uo,{place:T(e,
".gdviz-player"),tell:t},()=>{Zs(n)});function Zs(n){let e=Pe(uo);if(Ee&&Ee.panel===e){Ee.player.tell=e.tell;return}Ee?.player.destroy(),Ee=e?{panel:e,player:new ut(
e.place,mt,n(mt),e.tell)}:null}var ht=class{#e=null;#t=()=>{};take(){this.end();let e=new Promise(t=>this.#t=t);return this.#e={ended:e},this.#e}holds(e){return this.#e===e}end(){this.#e=null,
this.#t()}};function po(n,e,t){let{words:o}=n;if(!o.length)return;let[r,s]=[e,t].map(h=>h.flatMap(n.wordsOf)),i=o.filter(h=>!r.includes(h)&&!s.includes(h));for(let h of o)h.
style.translate&&(h.style.translate=""),h.style.visibility&&(h.style.visibility="");let a=zt(n.edge),l=r.length+s.length>0,c=h=>l?h.map(zt).filter(ho):[],d=c(n.
marks),u=[...d.filter(({left:h,right:g})=>g-h>=12),...c(n.labels)],m=new Map(o.map(h=>[h,zt(h)])),y=(h,g)=>{let p=m.get(h);if(!p||!ho(p))return;let f=g(p);f?((f[0]||
f[1])&&(h.style.translate=`${f[0]}px ${f[1]}px`),u.push(Ht(p,f))):h.style.visibility="hidden"};for(let h of i)y(h,g=>_t(g,a));for(let h of r)y(h,g=>Qs(g,u,a));for(let h of s)
y(h,g=>[...u,...d].some(p=>Vt(g,p,0))?null:[0,0])}var zt=n=>n.getBoundingClientRect(),ho=({left:n,right:e})=>e>n,Ht=({left:n,right:e,top:t,bottom:o},[r,s])=>({left:n+
r,right:e+r,top:t+s,bottom:o+s}),Vt=(n,e,t)=>Math.min(n.right,e.right)-Math.max(n.left,e.left)>t&&Math.min(n.bottom,e.bottom)-Math.max(n.top,e.top)>t;function _t({
left:n,right:e,top:t,bottom:o},r){let s=(i,a,l,c)=>Math.max(l-i,0)||Math.min(c-a,0);return[s(n,e,r.left,r.right),s(t,o,r.top,r.bottom)]}function Qs(n,e,t){let o=_t(
n,t),r=Ht(n,o),s=e.filter(u=>Vt(r,u,1.5));if(!s.length)return o;let i=u=>s.map(m=>m[u]),a=[[0,Math.min(...i("top"))-r.bottom+1.5],[0,Math.max(...i("bottom"))-r.
top-1.5],[Math.min(...i("left"))-r.right+1.5,0],[Math.max(...i("right"))-r.left-1.5,0]],l=([u,m])=>Math.abs(u)+Math.abs(m),c=u=>{let m=Ht(r,u);return l(_t(m,t))===
0&&!e.some(y=>Vt(m,y,1.5))},[d]=a.filter(u=>l(u)<=48&&c(u)).sort((u,m)=>l(u)-l(m));return d?[o[0]+d[0],o[1]+d[1]]:null}var Xs={x:80,y:40},Me=class{constructor(e,t,o,r){this.way=e;this.layout=t;this.range=o;this.extent=r}way;layout;range;extent;get isLog(){return this.layout.type===
"log"}pixelOf(e){let[t,o]=this.range,r=((this.isLog?Math.log10(e):e)-t)/(o-t),{start:s,length:i}=this.extent;return s+i*(this.way==="x"?r:1-r)}valueAt(e){let[t,
o]=this.range,r=(e-this.extent.start)/this.extent.length;return t+(o-t)*(this.way==="x"?r:1-r)}ticks(){let[e,t]=this.range,o=this.layout.nticks??ei(this.extent.
length/Xs[this.way],4,9)+1;if(!this.isLog){let{tickmode:i,dtick:a=1}=this.layout;return yo(Wt(e,t,i==="linear"?a:fo((t-e)/o)))}if(t-e>=1)return Wt(e,t,Math.max(
1,Math.ceil((t-e)/o))).map(a=>({value:a,text:xo(10**a,Math.abs(a)>bo)}));let[r,s]=[10**e,10**t];return yo(Wt(r,s,fo((s-r)/o))).map(({value:i,text:a})=>({value:Math.
log10(i),text:a}))}},bo=3;function yo(n){let e=Math.max(...n.map(Math.abs));return n.map(t=>({value:t,text:xo(t,Math.abs(Math.floor(Math.log10(e)))>bo)}))}function xo(n,e){
if(!n||!e)return E(n).replaceAll(" × ","×");let t=Math.floor(Math.log10(Math.abs(n))+1e-9);return`${E(n/10**t)}×10${fe(t)}`.replace(/^1×/,"")}var ei=(n,e,t)=>Math.
max(e,Math.min(n,t));function fo(n){let e=10**Math.floor(Math.log10(n));return e*([2,5].find(t=>t*e>=n)??10)}function Wt(n,e,t){let[o,r]=[Math.ceil(n/t-1e-6),Math.
floor(e/t+1e-6)],s=Math.max(0,Math.min(r-o+1,100));return Array.from({length:s},(i,a)=>Number(((o+a)*t).toPrecision(12)))}function wo(n,e,t,o){let[r=0,s=1]=n.domain??
[],[i=0,a=1]=e.domain??[],l={start:o.left+r*o.width,length:(s-r)*o.width},c={start:o.top+(1-a)*o.height,length:(a-i)*o.height};if(!e.scaleanchor)return[l,c];let[
d=1,u=1]=t.map(([y=0,h=1])=>h-y),m=Math.min(l.length/d,c.length/u);return[go(l,m*d),go(c,m*u)]}var go=({start:n,length:e},t)=>({start:n+(e-t)/2,length:t});function Re(n){if(!n)return[];if(!("bdata"in n))return n;let e=Uint8Array.from(atob(n.bdata),t=>t.charCodeAt(0));return[...ti(n.dtype,e.buffer)]}function ti(n,e){
switch(n){case"f8":return new Float64Array(e);case"i1":return new Int8Array(e);case"i2":return new Int16Array(e);case"i4":return new Int32Array(e);default:throw new Error(
`numbers of an unknown type ${n}`)}}var vo=1e5,ke=([n,e])=>Number.isFinite(n)&&Number.isFinite(e),Mo=([n,e])=>`${pt(n)},${pt(e)}`,pt=n=>Math.round(1e3*Math.max(-vo,Math.min(n,vo)))/1e3;function ni(n){
let e=!1;return n.map(t=>{let o=e;return e=ke(t),e?`${o?"L":"M"}${Mo(t)}`:""}).join("")}var J=2/Math.sqrt(3),oi={circle:n=>`M${n},0A${n},${n} 0 1,1 0,${-n}A${n}\
,${n} 0 0,1 ${n},0Z`,square:n=>`M${n},${n}H${-n}V${-n}H${n}Z`,diamond:n=>`M${1.3*n},0L0,${1.3*n}L${-1.3*n},0L0,${-1.3*n}Z`,cross:n=>{let[e,t]=[1.2*n,.4*n];return`\
M${e},${t}H${t}V${e}H${-t}V${t}H${-e}V${-t}H${-t}V${-e}H${t}V${-t}H${e}Z`},x:n=>{let e=.8*n/Math.SQRT2;return`M0,${e}l${e},${e}l${e},${-e}l${-e},${-e}l${e},${-e}\
l${-e},${-e}l${-e},${e}l${-e},${-e}l${-e},${e}l${e},${e}l${-e},${e}l${e},${e}Z`},"triangle-up":n=>`M${-J*n},${n/2}H${J*n}L0,${-n}Z`,"triangle-down":n=>`M${-J*n}\
,${-n/2}H${J*n}L0,${n}Z`,"triangle-left":n=>`M${n/2},${-J*n}V${J*n}L${-n},0Z`,"triangle-right":n=>`M${-n/2},${-J*n}V${J*n}L${n},0Z`,star:n=>`M${Array.from({length:10},
(t,o)=>{let[r,s]=[(2*o-5)*Math.PI/10,1.4*n*(o%2?.382:1)];return`${s*Math.cos(r)},${s*Math.sin(r)}`}).join("L")}Z`},So="-open",yt=class{constructor(e){this.trace=
e;let{mode:t="lines",line:o,fill:r,fillcolor:s,opacity:i}=e;this.#e=t.includes("lines")?k("path","js-line",{fill:r?s??"none":"none",stroke:o?.color??"none","str\
oke-width":o?.width??2,"stroke-linejoin":"round",...o?.dash==="dot"&&{"stroke-dasharray":`${Math.max(3,o.width)}`}}):null,this.#e&&this.group.append(this.#e),t.
includes("markers")&&this.group.append(this.#t),t.includes("text")&&this.group.append(this.#n),i!==void 0&&this.group.setAttribute("opacity",String(i))}trace;group=k(
"g","trace",{});#e;#t=k("g","points",{});#n=k("g","textpoint",{});put(e,t){this.#e?.setAttribute("d",ni(e)),this.#t.parentNode&&this.#o(e),this.#n.parentNode&&this.#s(
e,t)}#o(e){let t=Eo(this.#t,e.length,o=>this.#r(o));e.forEach((o,r)=>{let s=t[r];s&&(s.style.display=ke(o)?"":"none",ke(o)&&s.setAttribute("transform",`translat\
e(${Mo(o)})`))})}#r(e){let{symbol:t="circle",size:o=6,opacity:r=1,line:s}=this.trace.marker??{},i=this.trace.marker?.color??this.trace.line?.color??"none",a=t.endsWith(
So),l=oi[t.replace(So,"")];if(!l)throw new Error(`no mark ${t}`);let c=typeof o=="number"?o:Re(o)[e]??0;return k("path","point",{d:l(c/2),fill:a?"none":i,stroke:a?
i:s?.color??"none","stroke-width":s?.width??(a?1:0),opacity:r})}#s(e,t){let o=Eo(this.#n,e.length,()=>this.#i());e.forEach((r,s)=>{let i=o[s];if(!i)return;let a=t?.[s];
if(a!==void 0&&i.textContent!==a&&(i.textContent=a),i.style.display=ke(r)?"":"none",!ke(r))return;let[l,c]=r;i.setAttribute("x",String(pt(l))),i.setAttribute("y",
String(pt(c)+this.#a()))})}#i(){let{textfont:e,textposition:t="middle center"}=this.trace,o=t.endsWith("left")?"end":t.endsWith("right")?"start":"middle";return k(
"text","",{"text-anchor":o,fill:e?.color??"","font-size":e?.size??12})}#a(){let{textfont:e,textposition:t="middle center"}=this.trace,o=e?.size??12,[r]=t.split(
" ");return o*(r==="top"?-.25:r==="bottom"?.75:.25)}};function Eo(n,e,t){for(;n.childElementCount>e;)n.lastElementChild?.remove();for(;n.childElementCount<e;)n.
append(t(n.childElementCount));return Array.from(n.children)}var ii=0,ft=class{constructor(e){this.figure=e;this.layout=e.layout,this.marks=e.data.map(t=>new yt(t)),this.#e=e.data.map(({x:t,y:o,text:r})=>({x:Re(t),y:Re(o),
...typeof r=="object"&&{text:r}})),this.marks.forEach(({trace:t,group:o},r)=>{let s=t.xaxis==="x2";t.cliponaxis!==!1&&o.setAttribute("clip-path",`url(#${this.#n}\
-${s?2:1})`),this.#r[s?1:0].append(o),o.setAttribute("data-trace",String(r))}),this.svg.append(this.#o,...this.#r,this.#s),this.box.append(this.svg)}figure;svg=k(
"svg","gdviz-drawing",{"aria-hidden":"true"});box=x("div",{className:"gdviz-chart"});marks;layout;#e;#t=null;#n=`gdviz-clip-${++ii}`;#o=k("g","ground",{});#r=[k(
"g","scatterlayer",{}),k("g","scatterlayer",{})];#s=k("g","labels",{});#i=null;axes(e=!1){let t=e?this.#t?.second:this.#t?.first;if(!t)throw new Error("the char\
t is not drawn");return t}places(e){return this.#e[e]??{}}get height(){let e=this.box.parentElement?.clientHeight??0;return e>0?e:this.layout.height}draw(){let e=this.
box.clientWidth,t=this.height;this.svg.setAttribute("viewBox",`0 0 ${e} ${t}`);for(let[o,r]of Object.entries({width:e,height:t}))this.svg.setAttribute(o,String(
r));this.svg.style.setProperty("--gdviz-paper",this.layout.paper_bgcolor),this.#t=this.#l(e),this.#u(),this.#m(),this.marks.forEach((o,r)=>{this.#a(r)})}change(e){
this.layout=Object.entries(e).reduce((t,[o,r])=>ko(t,o.split("."),r),this.layout)}set(e,t){this.#e[e]={...this.places(e),...t},this.#a(e)}pixelsOf(e,{x:t=[],y:o=[]}){
let[r,s]=this.axes(this.figure.data[e]?.xaxis==="x2");return t.map((i,a)=>[Ro(r,i),Ro(s,o[a]??null)])}move(e,t){this.marks[e]?.put(t)}setPicture(e){this.#i?.setAttribute(
"href",e);let[t]=this.layout.images??[];t&&(this.layout={...this.layout,images:[{...t,source:e}]})}labels(){return[this.#t?.first[1],this.#t?.second?.[1]].flatMap(
t=>t&&t.layout.visible!==!1?t.ticks().map(({text:o})=>o):[])}roomFor(e){return(this.layout.yaxis.tickfont?.size??0)*(2.8+.58*e)}#a(e){let t=this.places(e);this.
marks[e]?.put(this.pixelsOf(e,t),t.text)}#l(e){let{l:t,r:o,t:r,b:s}=this.layout.margin,[i,a,l,c]=[t,o,r,s].map(Math.round),d=new DOMRect(i,l,Math.max(e-i-a,1),Math.
max(this.height-l-c,1)),u=(p,f)=>{let[b,v]=[p.range??[0,1],f.range??[0,1]],[S,w]=wo(p,f,[b,v],d);return[new Me("x",p,b,S),new Me("y",f,v,w)]},{xaxis:m,yaxis:y,xaxis2:h,
yaxis2:g}=this.layout;return{first:u(m,y),second:h&&g?u(h,g):null}}#u(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],t=e.map(([r,s],i)=>{let a=k("\
clipPath","",{id:`${this.#n}-${i+1}`});return a.append(k("rect","",{x:r.extent.start,y:s.extent.start,width:r.extent.length,height:s.extent.length})),a}),o=k("g",
"",{"clip-path":`url(#${this.#n}-1)`});this.#i=this.#c(),this.#i&&o.append(this.#i),o.append(...(this.layout.shapes??[]).map(r=>this.#d(r))),this.#o.replaceChildren(
...t,o,...e.flatMap(ai))}#d({path:e,fillcolor:t="none",line:o}){let[r,s]=this.axes(),i=e.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g,(a,l,c)=>[r.pixelOf(Number(l)),s.pixelOf(
Number(c))].map(d=>d.toFixed(2)).join(","));return k("path","",{d:i,fill:t,"fill-rule":"evenodd",stroke:o?.color??"none","stroke-width":o?.width??0})}#c(){let[e]=this.
layout.images??[];if(!e)return null;let[t,o]=this.axes(),[r,s]=[t.pixelOf(e.x),o.pixelOf(e.y)],[i,a]=[t.pixelOf(e.x+e.sizex),o.pixelOf(e.y-e.sizey)],l={x:r,y:s,
width:i-r,height:a-s};return k("image","",{href:e.source,preserveAspectRatio:"none",...l})}#m(){let e=[this.axes(),...this.#t?.second?[this.#t.second]:[]],{layout:t,
height:o}=this,r=(s,i)=>ci(s,i,t,o);this.#s.replaceChildren(...e.flatMap(([s,i])=>[...r(s,i),...r(i,s)]))}},Ro=(n,e)=>e===null?NaN:n.pixelOf(e);function ko(n,[e="",
...t],o){let r=n[e]??{};return{...n,[e]:t.length?ko(r,t,o):o}}function ai([n,e]){let t=(o,r)=>{if(o.layout.visible===!1||o.layout.showgrid===!1)return[];let{start:s,
length:i}=r.extent;return o.ticks().map(({value:a})=>{let l=No(o,a),c=o.way==="x"?{x1:l,x2:l,y1:s,y2:s+i}:{y1:l,y2:l,x1:s,x2:s+i};return k("line","grid",{...c,stroke:o.
layout.gridcolor??"none"})})};return[...t(n,e),...t(e,n)]}var No=(n,e)=>n.pixelOf(n.isLog?10**e:e),It=3,li=.36;function ci(n,e,{font:t,margin:o},r){let{layout:s,
extent:i,way:a}=n;if(s.visible===!1)return[];let l=s.tickfont?.size??12,[c,d]=[e.extent.start+e.extent.length,i.start+i.length/2],u=e.extent.start,m=n.ticks().map(
({value:g,text:p})=>{let f=No(n,g),b=a==="x"?{x:f,y:c+It+l}:{x:u-It,y:f+li*l},v=k("text",`${a}tick`,{...b,"text-anchor":a==="x"?"middle":"end","font-size":l});return v.
textContent=p,v}),{text:y="",font:h}=s.title??{};if(y){let g=h?.size??l,p=a==="x"?{x:d,y:Math.min(c+It+2.4*l+g/2,r-.4*g)}:{transform:`translate(${g+(u-o.l)}, ${d}\
) rotate(-90)`},f=k("text",`${a}title`,{...p,"text-anchor":"middle","font-size":g});f.textContent=y,m.push(f)}for(let g of m)g.setAttribute("fill",t.color);return m}var gt=class{#e=new Map;constructor(e){for(let[t,o]of Object.entries(e)){let r=this.find(t);if(!r)continue;let s=new ft(o);r.replaceChildren(s.box),s.draw(),this.#e.
set(r,s)}}find(e){return document.querySelector(`.st-key-${e} > div`)}mount(e,t){let o=this.#e.get(e);if(!o)throw new Error("no figure was drawn there");return new Ft(
e,t,o)}},Ft=class{constructor(e,t,o){this.element=e;this.listener=t;this.#e=o,e.setAttribute("role","figure");let r=()=>`${e.clientWidth} ${e.clientHeight}`,s=r();
this.#o=new ResizeObserver(()=>{r()!==s&&(s=r(),this.#e.draw(),this.#r&&this.#d(this.#r),t.onRedraw(!1))}),this.#o.observe(e),e.addEventListener("click",this.#m,
{signal:this.#n.signal})}element;listener;#e;#t=new ht;#n=new AbortController;#o;#r=null;#s=!1;isThere(){return this.element.isConnected}destroy(){this.stop(),this.#o.
disconnect(),this.#n.abort()}stop(){this.#t.end(),this.#s=!1}show(e){return this.#i(e)||(this.#t.take(),this.#a(e)),Promise.resolve()}async animate(e,t,o){if(!this.#i(
e))return;let r=this.#t.take();this.#s=!1;let{scene:s,frame:i}=e;for(let{data:l,traces:c,share:d}of vn(e))if(!await this.#c(r,l,c,o*d))return;let a=s.glides?.[i];
a!==void 0&&!await this.#c(r,xe(t),le(s),o*a)||Sn(e)&&this.#a(t)}#i({scene:e,frame:t,known:o}){let r=this.#r;return this.#s&&r?.scene===e&&r.frame===t&&r.known===
o}#a(e){let t=this.#r,{scene:o,frame:r,known:s,run:i}=e;(t?.scene!==o||t.known!==s)&&this.#l(e),this.#u(e);let a=o.pictures?.[r];a&&this.#e.setPicture(a);let l=xe(
e);le(o).forEach((c,d)=>{this.#e.set(c,l[d]??{})}),this.#r=e,this.#s=!0,this.#d(e),this.element.dataset.step=String(i.steps[r])}#l(e){if(!e.scene.fixed)return;let{
lines:t,layout:o}=En(e);this.#e.change(o),this.#e.draw();let r=this.#e.roomFor(Math.max(0,...this.#e.labels().map(s=>s.length)));r!==this.#e.layout.margin.l&&(this.#e.
change({"margin.l":r}),this.#e.draw());for(let{trace:s,x:i,y:a}of t)this.#e.set(s,{x:i,y:a})}#u(e){let t=Mn(e);if(!t||String(this.ranges())===String(t.slice(0,4)))
return;let[o,r,s,i,a=0]=t,l=this.#e.roomFor(a);this.#e.change({"xaxis.range":[o,r],"yaxis.range":[s,i],"margin.l":l}),this.#e.draw()}#d({scene:e,frame:t}){for(let i of e.
fixed?.lines??[]){let[a]=Ve(i,t),{x:l=[],y:c=[]}=this.#e.places(i.trace),d=l.filter(u=>u!==null&&u<=(a??-1/0));this.#e.move(i.trace,this.#e.pixelsOf(i.trace,{x:d,
y:c})),this.#e.marks[i.trace]?.group.toggleAttribute("data-cut",d.length<l.length)}let{svg:o,marks:r}=this.#e,s=i=>Array.from(o.querySelectorAll(i));po({edge:this.
element,wordsOf:i=>Array.from(r[i]?.group.querySelectorAll("text")??[]),words:s(".textpoint text"),marks:s(".points path"),labels:s(".labels text")},e.asides??[],
e.yields??[])}async#c(e,t,o,r){let i=o.map((l,c)=>{let d={...this.#e.places(l),...t[c]},[u,m]=[this.#e.places(l),d].map(y=>this.#e.pixelsOf(l,y));return{trace:l,
places:d,from:u??[],to:m??[],moves:!!t[c]?.x}}).filter(({moves:l})=>l),a=performance.now();for(let l=0;l<1;){let c=await new Promise(requestAnimationFrame);if(!this.#t.
holds(e))return!1;l=Math.max(0,Math.min((c-a)/Math.max(r,1),1));for(let{trace:d,from:u,to:m}of i)this.#e.move(d,m.map((y,h)=>di(u[h]??y,y,l)))}for(let{trace:l,places:c}of i)
this.#e.set(l,c);return!0}get overlay(){return this.#e.box}ranges(){let[e,t]=this.#e.axes();return[e.range,t.range]}placeAt(e,t){let{left:o,top:r}=this.#e.svg.getBoundingClientRect(),
[s,i]=this.#e.axes();return[s.valueAt(e-o),i.valueAt(t-r)]}pixelsOf(e,t){let[o,r]=this.#e.axes();return[o.pixelOf(e),r.pixelOf(t)]}heightAt(e){let{x:t=[],y:o=[]}=this.#e.
places(0),r=t.findIndex(m=>m!==null&&m>=e),[s,i]=[Math.max(r-1,0),r<0?t.length-1:r],[a,l,c,d]=[t[s]??NaN,t[i]??NaN,o[s]??NaN,o[i]??NaN],u=l>a?Math.min(Math.max(
(e-a)/(l-a),0),1):0;return c+u*(d-c)}#m=({clientX:e,clientY:t})=>{let{grid:o,taps:r,clickable:s}=this.#r?.scene??{},i=this.placeAt(e,t);if(!this.ranges().every(
([c,d],u)=>c<=(i[u]??NaN)&&(i[u]??NaN)<=d))return;let l=c=>i.map((d,u)=>Number((Math.round(d/(c[u]??1))*(c[u]??1)).toFixed(6)));if(o)this.listener.onStart(l(o));else if(r)
this.listener.onTap(l(r));else if(s){let c=(this.#e.places(0).x??[]).filter(d=>d!==null);this.listener.onStart([c.reduce((d,u)=>Math.abs(u-i[0])<Math.abs(d-i[0])?
u:d)])}};fade(e){if(this.#r)for(let t of le(this.#r.scene)){let o=this.#e.marks[t]?.group;o&&(o.style.opacity=e?"0.15":"")}}async save(e){await st(this.#e.svg,e)}},
di=([n,e],[t,o],r)=>r>=1?[t,o]:[n+r*(t-n),e+r*(o-e)];var Dt=n=>T(document,`#gdviz-${n}`).textContent,ui={eta:"eta",schedule:"schedule",start:"w"};function Ao(n){return n.startsWith("{")?new TextEncoder().encode(n):
Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var bt=()=>JSON.parse(he()??"{}").link??{},To=0;async function mi(n,e){let t=++To,o=document.querySelector("[data-aw\
ay]");try{let r=await fetch(`lesson/run?${new URLSearchParams({...bt(),change:n,to:e}).toString()}`);if(!r.ok)throw new Error(r.statusText);let s=Ao(await r.text());
if(o&&(o.hidden=!0),t!==To)return;qt(s),history.replaceState(null,"",`?${new URLSearchParams(bt()).toString()}`)}catch{o&&(o.hidden=!1),wt()}}var Oo=document.querySelector(
"[data-away]")!==null,$o=(n,e)=>{let t=ui[n];t&&Lo(t,String(e))};function Lo(n,e){Oo?mi(n,e):hi(n,e)}var Gt=null,jt=null;function hi(n,e){Gt??=JSON.parse(he()??
"{}");let r={...jt??yn(Gt),...{eta:()=>({rate:Number(e)}),w:()=>({start:e.split(",").map(Number)}),opt:()=>({rule:e})}[n]?.()},s=fn(Gt,r);s?(jt=r,qt(new TextEncoder().
encode(JSON.stringify(s)))):wt()}var qt=n=>{Jt(document.body,n,$o)},Po=JSON.parse(Dt("dark")),pi=matchMedia("(prefers-color-scheme: dark)").matches,yi=JSON.parse(
Dt("figures").replace(/"((#|rgb)[^"]*)"/g,(n,e)=>pi&&Po[e]?`"${Po[e]}"`:n));for(let n of document.querySelectorAll("a[data-to]"))n.addEventListener("click",()=>{
let e=new URLSearchParams(location.search);n.dataset.lang&&e.set("lang",n.dataset.lang),n.href=`${n.dataset.to??""}?${e.toString()}`});for(let n of document.querySelectorAll(
"select[data-change]")){let e=n.dataset.change??"",t=n.querySelector("[selected]")?.value??"";n.addEventListener("change",()=>{n.dataset.anew===void 0?Lo(e,n.value):
location.search=new URLSearchParams({...bt(),change:e,to:n.value}).toString()});let o=()=>{n.value=Oo?bt()[e]??"":jt?.rule??t};Ae(o),window.addEventListener("pa\
geshow",()=>{requestAnimationFrame(o)})}qt(Ao(Dt("run")));mo(()=>new gt(yi))({parentElement:document,setTriggerValue:$o});
