import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.hillock.app.shell.*;
import org.hillock.core.data.*;
import org.hillock.core.network.*;
import org.hillock.core.quantity.*;
import org.hillock.core.session.*;
import org.hillock.lab.analysis.*;
import org.hillock.lab.bench.*;
import org.hillock.lab.diagnosis.*;
import org.hillock.lab.isolate.*;
import org.hillock.lab.patch.*;
import org.hillock.lab.trace.*;
import org.hillock.lab.why.*;
import org.hillock.lab.workbench.*;
void say(org.hillock.lab.why.Answer answer) { System.out.println(Hillock.text(answer)); }
void say(org.hillock.lab.bench.Effect effect) { System.out.println(Hillock.text(effect)); }
void say(org.hillock.lab.patch.CausalMap map) { System.out.println(Hillock.text(map)); }
void say(org.hillock.lab.trace.Trace trace) { System.out.println(Hillock.text(trace)); }
void say(org.hillock.lab.isolate.Isolation isolation) { System.out.println(Hillock.text(isolation)); }
void say(org.hillock.lab.diagnosis.Diagnosis diagnosis) { System.out.println(Hillock.text(diagnosis)); }
void say(Object anything) { System.out.println(anything); }
