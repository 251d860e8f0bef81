package com.example;

import dev.hence.engine.Derivations;

@Derivations
class DerivationsTest {}
