package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hillock.spiking.Modulators.NO_TAU;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.TIRED;
import static org.hillock.spiking.Modulators.alone;
import static org.hillock.spiking.Modulators.fatigue;

import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;

/** What hands and addresses cannot do to modulators is told. */
class ModulatorMessageTest {

  @Test
  void whatALevelCannotTakeIsTold() {
    Session session =
        new Bench(alone(fatigue(0.4, NO_TAU, Optional.empty())).build(), STEP).session;
    SiteRef site = SiteRef.parse(TIRED);
    told(
        () -> session.apply(new Intervention.Clamp(site, 1.5, Window.ALWAYS)),
        "site 'modulators.fatigue.level': level 1.5 is not in 0..1");
    told(
        () ->
            session.apply(
                new Intervention.Silence(site, Intervention.Silence.Scope.BOTH, Window.ALWAYS)),
        "site 'modulators.fatigue.level': the level of a modulator can be recorded, clamped and"
            + " stimulated, and nothing else");
    told(
        () ->
            session.apply(
                new Intervention.Patch(
                    site, org.hillock.core.network.Numbers.of(0.1), Window.ALWAYS)),
        "site 'modulators.fatigue.level': a level is held by a clamp");
    told(
        () -> session.bind(SiteRef.parse("modulators.fatige.level")),
        "site 'modulators.fatige.level': modulator 'fatige' is unknown; did you mean 'fatigue'?");
    told(
        () -> session.bind(SiteRef.parse("modulators.fatigue.v")),
        "site 'modulators.fatigue.v': a modulator has a level: modulators.fatigue.level");
    told(
        () -> session.bind(SiteRef.parse("modulators[3].fatigue.level")),
        "site 'modulators[3].fatigue.level': a modulator has one level and no neurons to choose"
            + " from");
  }

  private static void told(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String how) {
    assertThatThrownBy(what).isInstanceOf(UsageException.class).hasMessage(how);
  }
}
